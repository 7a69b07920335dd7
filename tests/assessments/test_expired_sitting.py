"""A test whose time is over: what was saved counts, and what comes later is told so."""

import datetime

import pytest
from django.utils import timezone

from assessments.models import Score, Sitting
from assessments.tasks import submit_expired
from tests.reading import browser, form_with, words

SENTENCE = "This test is finished, so this answer was not saved. What was saved before counts."


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


@pytest.fixture
def address(under_way):
    return f"/en/sittings/{under_way.pk}/1/"


@pytest.fixture
def late(mei, under_way, address):
    """The page of somebody who saved one right answer before the time was over."""
    mei.post(address, form_with(mei.get(address), "choice")["data"] | {"choice": "a"})
    data = form_with(mei.get(address), "choice")["data"] | {"choice": "b"}
    Sitting.objects.filter(pk=under_way.pk).update(ends_at=timezone.now() - datetime.timedelta(minutes=1))
    return data


def test_a_late_answer_gets_a_sentence_and_what_was_saved_counts(mei, under_way, address, late):
    answer = mei.post(address, late)
    assert answer.status_code == 409
    assert SENTENCE in words(answer)
    assert Score.objects.get(sitting=under_way).points == 1
    assert under_way.responses.count() == 1


def test_the_pages_script_is_told_the_same(mei, address, late):
    told = mei.post(f"{address.rstrip('/').rpartition('/')[0]}/answer/", late)
    assert told.status_code == 409
    assert told.json() == {"state": "closed", "message": SENTENCE}


def test_sending_it_again_changes_nothing(mei, under_way, address, late):
    assert [mei.post(address, late).status_code for _ in range(3)] == [409, 409, 409]
    assert Score.objects.count() == 1


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


def test_the_worker_leaves_open_what_has_time_left(under_way):
    Sitting.objects.update(ends_at=timezone.now() + datetime.timedelta(minutes=5))
    assert submit_expired() == 0


def test_a_timed_page_says_how_long(mei, under_way, address):
    Sitting.objects.update(ends_at=timezone.now() + datetime.timedelta(minutes=5, seconds=30))
    assert "5 minutes left." in words(mei.get(address))
