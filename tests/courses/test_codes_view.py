"""The recovery codes: eight, on this page alone, until they are written down."""

import datetime
import re

import pytest

from courses.actions import create_join_code, plain_join_code
from people.actions import recover
from people.models import RecoveryCode, Session, User
from tests.clock import on
from tests.factories.courses import ARRIVED
from tests.factories.people import PASSWORD
from tests.reading import browser, words


@pytest.fixture
def newcomer(cast):
    client = browser()
    with on(ARRIVED):
        code = create_join_code(cast.peers, seats=1, expires_on=ARRIVED + datetime.timedelta(days=9))
        client.post("/en/join/", {"code": plain_join_code(code)})
        client.post("/en/join/notice/", {"read": "on"})
        client.post("/en/join/name/", {"handle": "own", "own": "heron", "password": PASSWORD})
        yield client


def shown(client):
    page = client.get("/en/join/codes/")
    return re.findall(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b", words(page))


def test_all_eight_are_shown_with_the_handle_to_sign_in_with(newcomer):
    made = User.objects.get(handle__startswith="heron-")
    assert made.handle in words(newcomer.get("/en/join/codes/"))
    assert len(set(shown(newcomer))) == 8
    assert made.recovery_codes.count() == 8


def test_a_shown_code_lets_its_owner_in(newcomer):
    made = User.objects.get(handle__startswith="heron-")
    assert recover(made.handle, shown(newcomer)[3], "another four words kept", on=ARRIVED) == made


def test_a_reload_shows_the_same_and_voids_none_that_stands_on_paper(newcomer):
    made = User.objects.get(handle__startswith="heron-")
    first, second = shown(newcomer), shown(newcomer)
    assert first == second
    assert recover(made.handle, first[0], "another four words kept", on=ARRIVED) == made


def test_codes_that_nobody_can_unseal_any_more_are_not_shown_and_still_work(newcomer, settings):
    made, codes = User.objects.get(handle__startswith="heron-"), shown(newcomer)
    settings.SECRET_BOX_KEY = "another key"
    assert newcomer.get("/en/join/codes/").url == "/me/"
    assert recover(made.handle, codes[0], "another four words kept", on=ARRIVED) == made


def test_they_are_kept_nowhere_that_anyone_could_read(newcomer):
    codes = shown(newcomer)
    held = str([session.session_data for session in Session.objects.all()]) + str(list(RecoveryCode.objects.values()))
    assert "codes_waiting" in newcomer.session
    assert not [code for code in codes if code in held or code.replace("-", "") in held.upper()]


def test_once_written_down_they_are_not_shown_again_and_still_work(newcomer):
    made, codes = User.objects.get(handle__startswith="heron-"), shown(newcomer)
    assert newcomer.post("/en/join/codes/", {"kept": "on"}).url == "/me/"
    assert newcomer.get("/en/join/codes/").url == "/me/"
    assert recover(made.handle, codes[7], "another four words kept", on=ARRIVED) == made


def test_somebody_else_sees_none(newcomer, cast):
    assert browser(cast.bo).get("/en/join/codes/").url == "/me/"
    assert browser().get("/en/join/codes/").url == "/me/"
