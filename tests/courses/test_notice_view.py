"""The one page on what is kept, before anything is."""

import datetime

import pytest

from courses.actions import create_join_code, plain_join_code
from courses.models import Enrolment
from people.models import User
from tests.clock import on
from tests.factories.courses import ARRIVED, ProgrammeFactory
from tests.reading import browser, words

LAST_DAY = ARRIVED + datetime.timedelta(days=30)


@pytest.fixture(autouse=True)
def today():
    with on(ARRIVED):
        yield


def carry(client, cohort, **fields):
    code = create_join_code(cohort, seats=fields.pop("seats", 1), expires_on=LAST_DAY)
    client.post("/en/join/", {"code": plain_join_code(code)})
    return code


def test_it_says_what_is_kept_who_sees_what_and_what_cannot_be_hidden(cast, client):
    carry(client, cast.peers)
    said = words(client.get("/en/join/notice/"))
    for promise in (
        "We keep",
        "We never ask",
        "What we cannot hide",
        "Saying no costs you nothing here",
        "No police account can open your group’s pages",
    ):
        assert promise in said


def test_it_does_not_promise_a_police_cohort_what_holds_for_peers(cast, client):
    carry(client, cast.police)
    assert "No police account" not in words(client.get("/en/join/notice/"))


def test_reading_it_leads_to_the_name_and_not_reading_it_does_not(cast, client):
    carry(client, cast.peers)
    assert client.get("/en/join/name/").url == "/en/join/"
    unread = client.post("/en/join/notice/", {"read": ""})
    assert unread.status_code == 422
    assert "Nothing is signed" in words(unread) or "read this page" in words(unread)
    assert client.post("/en/join/notice/", {"read": "on"}).url == "/en/join/name/"


def test_nothing_is_written_before_it_is_read(cast, client):
    people = User.objects.count()
    carry(client, cast.peers)
    client.post("/en/join/notice/", {"read": "on"})
    assert User.objects.count() == people


def test_without_a_code_there_is_no_notice(db, client):
    assert client.get("/en/join/notice/").url == "/en/join/"


def test_somebody_with_an_account_joins_a_second_programme_with_it(cast):
    mei = browser(cast.mei)
    cast.peers.pk, cast.peers.programme, cast.peers._state.adding = None, ProgrammeFactory(), True
    cast.peers.pk = type(cast.peers)._meta.pk.get_default()
    cast.peers.save()
    carry(mei, cast.peers)
    assert mei.post("/en/join/notice/", {"read": "on"}).url == "/me/"
    assert Enrolment.objects.filter(learner=cast.mei).count() == 2


def test_joining_again_changes_nothing_and_takes_no_seat(cast):
    mei = browser(cast.mei)
    code = carry(mei, cast.peers)
    assert mei.post("/en/join/notice/", {"read": "on"}).url == "/me/"
    code.refresh_from_db()
    assert code.used == 0


def test_a_police_account_with_a_peers_card_is_refused_in_a_sentence(cast):
    bo = browser(cast.bo)
    code = carry(bo, cast.peers)
    answer = bo.post("/en/join/notice/", {"read": "on"})
    assert answer.status_code == 409
    assert "This card is for another group" in words(answer)
    code.refresh_from_db()
    assert code.used == 0
    assert not Enrolment.objects.filter(learner=cast.bo, cohort=cast.peers).exists()
