"""A new card: one way back in, for seven days, made by staff who are recorded and for a learner who is not."""

import datetime

import pytest

from people.actions import issue_recovery_codes, make_card, recover
from people.choices import Deed, WayIn
from people.models import RecoveryCode, StaffAction
from tests.factories.courses import ARRIVED
from tests.factories.people import PASSWORD

NEW = "another four words kept"
LAST_DAY = ARRIVED + datetime.timedelta(days=7)


@pytest.fixture
def card(cast):
    return make_card(cast.mei, by=cast.lan, on=ARRIVED)[0]


def test_a_card_is_held_as_a_digest_with_its_last_day(cast):
    code, last_day = make_card(cast.mei, by=cast.lan, on=ARRIVED)
    held = RecoveryCode.objects.get(user=cast.mei)
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert (held.kind, held.expires_on, last_day) == (WayIn.CARD, LAST_DAY, LAST_DAY)
    assert code.replace("-", "") not in held.digest.upper()


def test_it_lets_its_learner_in_until_its_last_day(cast, card):
    assert recover("mei-7kq", card, NEW, on=LAST_DAY) == cast.mei
    cast.mei.refresh_from_db()
    assert cast.mei.check_password(NEW)


def test_the_day_after_it_opens_nothing(cast, card):
    assert recover("mei-7kq", card, NEW, on=LAST_DAY + datetime.timedelta(days=1)) is None
    cast.mei.refresh_from_db()
    assert cast.mei.check_password(PASSWORD)


def test_it_works_once(cast, card):
    recover("mei-7kq", card, NEW, on=ARRIVED)
    assert recover("mei-7kq", card, "a third set of words", on=ARRIVED) is None


def test_it_opens_nobody_elses_account(cast, card):
    assert recover("bo-x2m", card, NEW, on=ARRIVED) is None
    assert recover("mei-7kq", card, NEW, on=ARRIVED) == cast.mei


def test_a_second_card_ends_the_first_and_leaves_the_codes(cast, card):
    codes = issue_recovery_codes(cast.mei)
    second = make_card(cast.mei, by=cast.lan, on=ARRIVED)[0]
    assert recover("mei-7kq", card, NEW, on=ARRIVED) is None
    assert recover("mei-7kq", second, NEW, on=ARRIVED) == cast.mei
    assert recover("mei-7kq", codes[0], NEW, on=ARRIVED) == cast.mei


def test_another_learners_card_stays(cast, card):
    make_card(cast.ying, by=cast.lan, on=ARRIVED)
    assert recover("mei-7kq", card, NEW, on=ARRIVED) == cast.mei


def test_whoever_came_in_with_a_code_needs_no_card_that_lies_about(cast, card):
    recover("mei-7kq", issue_recovery_codes(cast.mei)[0], NEW, on=ARRIVED)
    assert recover("mei-7kq", card, "a third set of words", on=ARRIVED) is None


def test_the_audit_says_who_made_each_card_and_never_for_whom(cast, card):
    make_card(cast.ying, by=cast.lan, on=ARRIVED)
    held = list(StaffAction.objects.values_list("by", "deed", "about"))
    assert held == [(cast.lan.pk, Deed.MADE_CARD, "")] * 2
