"""A new set of recovery codes, from one's own page: after the password, and the old ones are void."""

import re

import pytest

from people.actions import issue_recovery_codes, recover
from tests.factories.courses import ARRIVED
from tests.factories.people import PASSWORD
from tests.reading import browser, links, words

ADDRESS = "/en/me/codes/"
NEW = "another four words kept"


@pytest.fixture
def mei(cast):
    """Mei's browser, in which she has just given her password again."""
    client = browser(cast.mei)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def shown(client):
    return re.findall(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b", words(client.get("/en/join/codes/")))


def test_her_own_page_leads_there(cast, mei):
    assert ADDRESS in links(mei.get("/en/me/"))
    assert "your old codes no longer work" in words(mei.get(ADDRESS))


def test_new_codes_work_and_old_ones_do_not(cast, mei):
    old = issue_recovery_codes(cast.mei)
    assert mei.post(ADDRESS).url == "/en/join/codes/"
    new = shown(mei)
    assert len(set(new)) == 8
    assert recover("mei-7kq", old[0], NEW, on=ARRIVED) is None
    assert recover("mei-7kq", new[0], NEW, on=ARRIVED) == cast.mei


def test_the_page_of_new_codes_does_not_speak_of_joining(mei):
    mei.post(ADDRESS)
    assert "Step 3 of 3" not in words(mei.get("/en/join/codes/"))


def test_reading_the_page_makes_none(cast, mei):
    old = issue_recovery_codes(cast.mei)
    mei.get(ADDRESS)
    assert recover("mei-7kq", old[0], NEW, on=ARRIVED) == cast.mei


def test_the_password_is_asked_for_first(cast):
    old = issue_recovery_codes(cast.mei)
    assert browser(cast.mei).post(ADDRESS).url.startswith("/accounts/reauthenticate/")
    assert recover("mei-7kq", old[0], NEW, on=ARRIVED) == cast.mei


def test_nobody_elses_codes_change(cast, mei):
    others = issue_recovery_codes(cast.bo)
    mei.post(ADDRESS)
    assert recover("bo-x2m", others[0], NEW, on=ARRIVED) == cast.bo


def test_staff_have_none(cast):
    assert browser(cast.lan).get(ADDRESS).status_code == 404
    assert ADDRESS not in links(browser(cast.lan).get("/en/me/"))
