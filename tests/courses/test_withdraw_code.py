"""The codes of a cohort on its page, by their last four signs; one is withdrawn, and lets nobody in."""

import datetime

import pytest

from courses.actions import create_join_code, find_join_code, plain_join_code, withdraw_join_code
from courses.cohorts import code_rows
from courses.models import JoinCode
from people.choices import Deed
from people.codes import grouped
from people.models import StaffAction
from tests.clock import on
from tests.factories.courses import ARRIVED
from tests.reading import browser, words

LAST_DAY = ARRIVED + datetime.timedelta(days=30)


@pytest.fixture(autouse=True)
def today():
    with on(ARRIVED):
        yield


@pytest.fixture
def code(cast):
    return create_join_code(cast.peers, seats=3, expires_on=LAST_DAY)


@pytest.fixture
def address(cast):
    return f"/en/cohorts/{cast.peers.pk}/codes/withdraw/"


def withdraw(user, address, code):
    return browser(user).post(address, {"chosen": str(code.pk)})


def test_lan_withdraws_a_code_and_it_lets_nobody_in(cast, code, address):
    assert withdraw(cast.lan, address, code).url == f"/en/cohorts/{cast.peers.pk}/"
    assert find_join_code(plain_join_code(code), ARRIVED) is None
    assert StaffAction.objects.filter(by=cast.lan.pk, deed=Deed.WITHDREW_CODE, about="Lotus").count() == 1


def test_a_repeat_changes_nothing_and_is_not_recorded(cast, code):
    assert withdraw_join_code(code, by=cast.lan) is True
    assert withdraw_join_code(code, by=cast.hua) is False
    assert StaffAction.objects.get().by == cast.lan.pk


def test_another_code_stays_usable(cast, code, address):
    other = create_join_code(cast.peers, seats=1, expires_on=LAST_DAY)
    withdraw(cast.lan, address, code)
    assert find_join_code(plain_join_code(other), ARRIVED) == other


def test_another_cohorts_code_is_not_found(cast, code, address):
    foreign = create_join_code(cast.police, seats=1, expires_on=LAST_DAY)
    assert withdraw(cast.lan, address, foreign).status_code == 404
    assert not JoinCode.objects.filter(is_revoked=True).exists()


@pytest.mark.parametrize("chosen", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_what_is_no_code_is_not_found(cast, address, chosen):
    assert browser(cast.lan).post(address, {"chosen": chosen}).status_code == 404


@pytest.mark.parametrize("name", ["mei", "bo", "ying", "hua", "lead", "auditor"])
def test_nobody_else_withdraws_it(cast, code, address, name):
    assert withdraw(getattr(cast, name), address, code).status_code == 404
    assert not JoinCode.objects.filter(is_revoked=True).exists()


def test_reading_the_address_withdraws_nothing(cast, code, address):
    assert browser(cast.lan).get(address).status_code == 302
    assert not JoinCode.objects.filter(is_revoked=True).exists()


def test_the_page_shows_the_state_of_each_by_its_last_group_alone(cast, code):
    spent, withdrawn = (create_join_code(cast.peers, seats=1, expires_on=LAST_DAY) for _ in range(2))
    JoinCode.objects.filter(pk=spent.pk).update(used=1)
    withdraw_join_code(withdrawn, by=cast.lan)
    old = create_join_code(cast.peers, seats=1, expires_on=ARRIVED - datetime.timedelta(days=1))
    page = browser(cast.lan).get(f"/en/cohorts/{cast.peers.pk}/")
    said = words(page)
    for one, state in ((code, "3 free seats"), (spent, "used up"), (withdrawn, "withdrawn"), (old, "expired")):
        plain = plain_join_code(one)
        assert f"…{plain[-4:]} {state}" in said
        assert plain not in page.content.decode() and grouped(plain) not in page.content.decode()
        assert plain[:4] not in said
    assert said.count("Withdraw") == 1


def test_a_row_is_usable_as_the_code_itself_is(cast, code):
    create_join_code(cast.peers, seats=1, expires_on=ARRIVED - datetime.timedelta(days=1))
    create_join_code(cast.peers, seats=1, expires_on=ARRIVED)
    withdraw_join_code(create_join_code(cast.peers, seats=1, expires_on=LAST_DAY), by=cast.lan)
    usable = set(cast.peers.join_codes.usable(ARRIVED).values_list("pk", flat=True))
    assert {row.id for row in code_rows(cast.peers, ARRIVED) if row.is_usable} == usable
