"""A test whose time is over: what was saved counts, and what comes later is told so."""

import datetime

import pytest
from django.utils import timezone

from assessments.models import Room, Score, Sitting
from assessments.tasks import submit_expired
from tests.clock import on
from tests.reading import browser, form_with, words

KEPT = "The time was over when this answer arrived. It is kept, but it does not count."
SENTENCE = "This test is finished, so this answer was not saved. What was saved before counts."


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


@pytest.fixture
def address(under_way):
    return f"/en/sittings/{under_way.pk}/1/"


@pytest.fixture
def late(mei, under_way, address):
    """The page of somebody who saved one right answer before the time was over, two minutes ago."""
    mei.post(address, form_with(mei.get(address), "choice")["data"] | {"choice": "a"})
    data = form_with(mei.get(address), "choice")["data"] | {"choice": "b"}
    ran_out(under_way, seconds=120)
    return data


def ran_out(sitting, seconds):
    Sitting.objects.filter(pk=sitting.pk).update(ends_at=timezone.now() - datetime.timedelta(seconds=seconds))


def test_a_late_answer_is_kept_and_said_not_to_count(mei, under_way, address, late):
    answer = mei.post(address, late)
    assert KEPT in words(answer)
    assert Score.objects.get(sitting=under_way).points == 1
    assert list(under_way.responses.order_by("sequence").values_list("timing", flat=True)) == ["ON_TIME", "LATE"]


def test_in_a_room_it_is_said_who_may_accept_it(cast, mei, under_way, address, late):
    room = Room.objects.create(cohort=cast.peers, test=under_way.test, opened_at=timezone.now())
    Sitting.objects.update(room=room)
    assert "counts if your trainer accepts it" in words(mei.post(address, late))


def test_the_pages_script_is_told_the_same(mei, address, late):
    told = mei.post(f"{address.rstrip('/').rpartition('/')[0]}/answer/", late).json()
    assert (told["state"], told["message"]) == ("late", KEPT)


def test_sending_it_again_changes_nothing(mei, under_way, address, late):
    for _ in range(3):
        mei.post(address, late)
    assert Score.objects.count() == 1
    assert under_way.responses.count() == 2


def test_within_a_minute_it_counts(mei, under_way, address, late):
    ran_out(under_way, seconds=50)
    assert mei.post(address, late).status_code == 302
    ran_out(under_way, seconds=61)
    assert submit_expired() == 1
    assert Score.objects.get(sitting=under_way).points == 0  # the later, wrong one stands


def test_more_than_a_day_later_it_gets_a_sentence(mei, under_way, address, late):
    ran_out(under_way, seconds=86_401)
    answer = mei.post(address, late)
    assert answer.status_code == 409
    assert SENTENCE in words(answer)
    assert under_way.responses.count() == 1


def test_whoever_only_looks_is_led_to_the_result(mei, under_way, address, late):
    assert mei.get(address).url == f"/en/sittings/{under_way.pk}/result/"
    assert mei.get(f"/en/sittings/{under_way.pk}/result/").status_code == 200


def test_an_answer_after_submission_gets_the_same_sentence(mei, under_way, address):
    data = form_with(mei.get(address), "choice")["data"] | {"choice": "a"}
    mei.post(f"/en/sittings/{under_way.pk}/finish/")
    answer = mei.post(address, data)
    assert answer.status_code == 409
    assert SENTENCE in words(answer)
    assert not under_way.responses.exists()


def test_the_worker_hands_in_what_nobody_came_back_to_and_only_once(cast, under_way, late):
    assert submit_expired() == 1
    assert submit_expired() == 0
    under_way.refresh_from_db()
    assert under_way.state == "SUBMITTED"
    assert Score.objects.get().points == 1


def test_the_worker_waits_for_the_grace_to_pass(under_way):
    ran_out(under_way, seconds=55)
    assert submit_expired() == 0
    ran_out(under_way, seconds=61)
    assert submit_expired() == 1
    under_way.refresh_from_db()
    assert under_way.ending == "TIME_UP"


def test_the_day_of_a_test_is_that_of_its_end_though_the_worker_came_after_midnight(under_way):
    with on(datetime.date(2026, 12, 31), 23) as evening:
        Sitting.objects.update(ends_at=evening)
    with on(datetime.date(2027, 1, 1)):
        assert submit_expired() == 1
    under_way.refresh_from_db()
    assert under_way.submitted_on == datetime.date(2026, 12, 31)


def test_the_worker_ends_what_a_closed_room_left_open(cast, under_way):
    now = timezone.now()
    Sitting.objects.update(
        room=Room.objects.create(cohort=cast.peers, test=under_way.test, opened_at=now, closed_at=now)
    )
    assert submit_expired() == 1
    under_way.refresh_from_db()
    assert under_way.ending == "ROOM_CLOSED"


def test_the_worker_leaves_open_what_has_time_left(under_way):
    Sitting.objects.update(ends_at=timezone.now() + datetime.timedelta(minutes=5))
    assert submit_expired() == 0


def test_a_timed_page_says_how_long(mei, under_way, address):
    Sitting.objects.update(ends_at=timezone.now() + datetime.timedelta(minutes=5, seconds=30))
    assert "5 minutes left." in words(mei.get(address))
