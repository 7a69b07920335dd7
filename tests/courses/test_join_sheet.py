"""The sheet of join cards: made by the cohort's own trainer, printed as often as needed."""

import datetime

import pytest

from courses.actions import create_join_code, find_join_code, plain_join_code
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
def address(cast):
    return f"/en/cohorts/{cast.peers.pk}/codes/"


def make(client, address, **changes):
    return client.post(address, {"count": 3, "seats": 2, "expires_on": LAST_DAY.isoformat()} | changes)


def test_lan_makes_cards_and_each_code_fits(cast, address):
    lan = browser(cast.lan)
    assert make(lan, address).url == address
    said = words(lan.get(address))
    codes = list(JoinCode.objects.all())
    assert [(code.cohort, code.seats, code.expires_on) for code in codes] == [(cast.peers, 2, LAST_DAY)] * 3
    for code in codes:
        assert grouped(plain_join_code(code)) in said
        assert find_join_code(grouped(plain_join_code(code)), ARRIVED) == code


def test_a_card_names_no_programme_no_group_and_no_trainer(cast, address):
    lan = browser(cast.lan)
    make(lan, address, count=1)
    cards = words(lan.get(address)).split("Join cards", 1)[1]
    for told in ("Anshan", "Lotus", "Backbone", "lan"):
        assert told not in cards.split()


def test_used_up_expired_and_withdrawn_codes_are_not_printed(cast, address):
    spoilt = [create_join_code(cast.peers, seats=1, expires_on=LAST_DAY) for _ in range(3)]
    JoinCode.objects.filter(pk=spoilt[0].pk).update(used=1)
    JoinCode.objects.filter(pk=spoilt[1].pk).update(is_revoked=True)
    JoinCode.objects.filter(pk=spoilt[2].pk).update(expires_on=ARRIVED - datetime.timedelta(days=1))
    assert "There is no usable code." in words(browser(cast.lan).get(address))


def test_making_codes_is_recorded_with_the_cohort(cast, address):
    make(browser(cast.lan), address)
    assert list(StaffAction.objects.values_list("by", "deed", "about")) == [(cast.lan.pk, Deed.MADE_CODES, "Lotus")]


@pytest.mark.parametrize(
    "changes",
    [{"count": 0}, {"count": 61}, {"seats": 0}, {"seats": "x"}, {"expires_on": "someday"}, {"expires_on": ""}],
)
def test_numbers_that_make_no_sense_make_no_code(cast, address, changes):
    answer = make(browser(cast.lan), address, **changes)
    assert answer.status_code == 422
    assert "mei-7kq" in words(answer)
    assert not JoinCode.objects.exists()


def test_another_cohorts_codes_are_not_on_the_sheet(cast, address):
    foreign = create_join_code(cast.police, seats=1, expires_on=LAST_DAY)
    assert grouped(plain_join_code(foreign)) not in words(browser(cast.lan).get(address))


def test_the_printed_address_leads_to_the_page_that_takes_the_code(db, client):
    assert client.get("/join/").url == "/en/join/"
