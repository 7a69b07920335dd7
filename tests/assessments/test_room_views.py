"""A trainer's rooms: the code to project, and who is in; nobody else's, and never police over peers."""

import datetime

import pytest
from django.utils import timezone

from assessments.actions import open_room, save_answer, start_sitting
from assessments.models import Room, Sitting
from assessments.rooms import read_aloud, room_code
from people.choices import Deed
from people.models import StaffAction
from tests.factories.assessments import StepTestFactory
from tests.factories.courses import CohortStaffFactory, EnrolmentFactory
from tests.reading import browser, links, queries, words

EVERYBODY_ELSE = ["mei", "bo", "ying", "hua", "author", "lead", "auditor"]


@pytest.fixture
def test(cast):
    return StepTestFactory(step__programme=cast.programme, is_supervised=True, minutes=30)


@pytest.fixture
def room(cast, test):
    return open_room(cast.peers, test, by=cast.lan, at=timezone.now())


def sit(enrolment, test, room):
    made = start_sitting(enrolment, test, language="en", at=timezone.now(), room=room)
    item = made.form.items.get(pk=made.paper[1])
    save_answer(made, item, "a", sequence=1, come_back=False, at=timezone.now())
    return made


def test_the_cohorts_page_leads_to_its_rooms(cast, test):
    lan = browser(cast.lan)
    assert f"/en/cohorts/{cast.peers.pk}/rooms/" in links(lan.get(f"/en/cohorts/{cast.peers.pk}/"))
    page = lan.get(f"/en/cohorts/{cast.peers.pk}/rooms/")
    assert "Open a room" in words(page)


def test_opening_leads_to_the_code_and_a_repeat_to_the_same(cast, test):
    lan = browser(cast.lan)
    told = [lan.post(f"/en/cohorts/{cast.peers.pk}/rooms/", {"test": test.pk}).url for _ in range(2)]
    room = Room.objects.get()
    assert told == [f"/en/rooms/{room.pk}/"] * 2
    assert read_aloud(room_code(room)) in words(lan.get(told[0]))


def test_a_test_of_another_programme_is_not_found(cast, test):
    other = StepTestFactory(is_supervised=True)
    assert browser(cast.lan).post(f"/en/cohorts/{cast.peers.pk}/rooms/", {"test": other.pk}).status_code == 404
    assert browser(cast.lan).post(f"/en/cohorts/{cast.peers.pk}/rooms/").status_code == 404


def test_the_page_to_project_names_nobody(cast, test, room):
    sit(cast.enrolment_of(cast.mei), test, room)
    assert "mei" not in browser(cast.lan).get(f"/en/rooms/{room.pk}/").content.decode()


def test_the_live_view_says_who_is_in_and_no_answer(cast, test, room):
    made = sit(cast.enrolment_of(cast.mei), test, room)
    page = browser(cast.lan).get(f"/en/rooms/{room.pk}/live/")
    assert "mei-7kq 2 1 of 4" in words(page)
    assert "at it" in words(page)
    assert str(cast.mei.pk) not in page.content.decode()
    assert not [link for link in links(page) if str(made.pk) in link]
    assert (Deed.READ_ROOM, "Lotus") in StaffAction.objects.values_list("deed", "about")


def test_it_refreshes_itself_without_a_script_until_it_is_told_not_to(cast, room):
    lan, live = browser(cast.lan), f"/en/rooms/{room.pk}/live/"
    assert lan.get(live).headers["Refresh"] == "20"
    assert "Refresh" not in lan.get(f"{live}?still").headers
    lan.post(f"/en/rooms/{room.pk}/close/", {"sure": "1"})
    assert "Refresh" not in lan.get(live).headers


def test_it_costs_the_same_for_one_person_and_for_thirty(cast, test, room):
    sit(cast.enrolment_of(cast.mei), test, room)
    lan, live = browser(cast.lan), f"/en/rooms/{room.pk}/live/"
    before = queries(lan, live)
    for enrolment in EnrolmentFactory.create_batch(29, cohort=cast.peers):
        sit(enrolment, test, room)
    assert queries(lan, live) == before


def test_closing_asks_for_a_tick_and_a_repeat_changes_nothing(cast, test, room):
    sit(cast.enrolment_of(cast.mei), test, room)
    lan, close = browser(cast.lan), f"/en/rooms/{room.pk}/close/"
    refused = lan.post(close)
    assert refused.status_code == 422
    assert "Tick the box first" in words(refused)
    assert Sitting.objects.get().state == "OPEN"
    for _ in range(2):
        assert lan.post(close, {"sure": "1"}).url == f"/en/rooms/{room.pk}/live/"
    assert "room was closed" in words(lan.get(f"/en/rooms/{room.pk}/live/"))
    assert lan.get(f"/en/rooms/{room.pk}/").url == f"/en/rooms/{room.pk}/live/"


@pytest.mark.parametrize("name", EVERYBODY_ELSE)
def test_nobody_else_finds_a_room(cast, room, name):
    client = browser(getattr(cast, name))
    assert client.get(f"/en/cohorts/{cast.peers.pk}/rooms/").status_code == 404
    for part in ("", "live/", "close/", "late/"):
        assert client.get(f"/en/rooms/{room.pk}/{part}").status_code == 404
        assert client.post(f"/en/rooms/{room.pk}/{part}", {"sure": "1"}).status_code == 404
    room.refresh_from_db()
    assert room.closed_at is None


def test_the_trainer_of_another_cohort_and_a_peer_trainer_find_none(cast, room):
    CohortStaffFactory(cohort=cast.workers, user=cast.hua)
    CohortStaffFactory(cohort=cast.peers, user=cast.mei, role="PEER_TRAINER")
    for one in (cast.hua, cast.mei):
        assert browser(one).get(f"/en/rooms/{room.pk}/live/").status_code == 404


def test_a_police_trainer_sees_the_room_of_the_police_alone(cast, test, room):
    CohortStaffFactory(cohort=cast.police, user=cast.bo)
    theirs = open_room(cast.police, test, by=cast.bo, at=timezone.now())
    sit(cast.enrolment_of(cast.bo), test, theirs)
    assert "bo-x2m" in words(browser(cast.bo).get(f"/en/rooms/{theirs.pk}/live/"))
    assert browser(cast.bo).get(f"/en/rooms/{room.pk}/live/").status_code == 404


def test_late_answers_are_accepted_by_whoever_opened_the_room_alone(cast, test, room):
    made = sit(cast.enrolment_of(cast.mei), test, room)
    Sitting.objects.update(ends_at=timezone.now() - datetime.timedelta(minutes=5))
    made.refresh_from_db()
    item = made.form.items.get(pk=made.paper[2])
    save_answer(made, item, "a", sequence=1, come_back=False, at=timezone.now())
    CohortStaffFactory(cohort=cast.peers, user=cast.hua)
    late = f"/en/rooms/{room.pk}/late/"
    assert "Accept" not in words(browser(cast.hua).get(f"/en/rooms/{room.pk}/live/?still")).split("late answer")[0]
    assert browser(cast.hua).post(late, {"sitting": str(made.pk)}).status_code == 404
    lan = browser(cast.lan)
    assert "Accept 1" in words(lan.get(f"/en/rooms/{room.pk}/live/"))
    lan.post(late, {"sitting": str(made.pk)})
    assert "1, accepted" in words(lan.get(f"/en/rooms/{room.pk}/live/"))
    assert made.scores.count() == 2


def test_a_visitor_signs_in(room, client):
    assert client.get(f"/en/rooms/{room.pk}/live/").url.startswith("/accounts/login/")
