"""The way back in: eight codes, each of which works once."""

from typing import Any

import pytest

from people.actions import issue_recovery_codes
from people.actions import recover as recover_on
from people.models import RecoveryCode
from tests.factories.courses import ARRIVED
from tests.factories.people import PASSWORD

NEW = "another four words kept"


def recover(handle: str, code: str, password: str) -> Any:
    return recover_on(handle, code, password, on=ARRIVED)


@pytest.fixture
def codes(cast):
    return issue_recovery_codes(cast.mei)


def test_eight_different_codes_of_four_groups_are_issued(codes):
    assert len(set(codes)) == 8
    assert all([len(group) for group in code.split("-")] == [4, 4, 4, 4] for code in codes)


def test_only_digests_of_them_are_held(cast, codes):
    held = set(RecoveryCode.objects.filter(user=cast.mei).values_list("digest", flat=True))
    assert len(held) == 8
    assert not any(code.replace("-", "") in digest.upper() for code in codes for digest in held)


def test_a_code_sets_a_new_password(cast, codes):
    assert recover("Mei-7kq", codes[0].lower(), NEW) == cast.mei
    cast.mei.refresh_from_db()
    assert cast.mei.check_password(NEW)


def test_a_code_works_once_and_the_others_still_do(cast, codes):
    recover(cast.mei.handle, codes[0], NEW)
    assert recover(cast.mei.handle, codes[0], "a third set of words") is None
    cast.mei.refresh_from_db()
    assert cast.mei.check_password(NEW)
    assert recover(cast.mei.handle, codes[1], "a third set of words") == cast.mei


def test_new_codes_end_the_old_ones(cast, codes):
    issue_recovery_codes(cast.mei)
    assert recover(cast.mei.handle, codes[0], NEW) is None


@pytest.mark.parametrize("handle", ["bo-x2m", "nobody-abc", ""])
def test_somebody_elses_code_opens_nothing_and_is_not_spent(cast, codes, handle):
    assert recover(handle, codes[0], NEW) is None
    assert cast.mei.recovery_codes.count() == 8


def test_a_wrong_code_opens_nothing(cast, codes):
    assert recover(cast.mei.handle, "0000-0000-0000-0000", NEW) is None
    assert cast.mei.check_password(PASSWORD)


def test_staff_never_come_in_this_way(cast):
    code = issue_recovery_codes(cast.lan)[0]
    assert recover("lan", code, NEW) is None
    cast.lan.refresh_from_db()
    assert cast.lan.check_password(PASSWORD)


def test_staff_come_in_by_a_card_for_the_first_time_only(cast):
    code = issue_recovery_codes(cast.lan)[0]
    RecoveryCode.objects.update(kind="card", expires_on="2099-01-01")
    assert recover("lan", code, NEW) is None
    cast.lan.set_unusable_password()
    cast.lan.save()
    assert recover("lan", code, NEW) == cast.lan


def test_a_code_that_is_no_card_lets_no_staff_in_even_for_the_first_time(cast):
    code = issue_recovery_codes(cast.lan)[0]
    cast.lan.set_unusable_password()
    cast.lan.save()
    assert recover("lan", code, NEW) is None


def test_a_closed_account_stays_closed(cast, codes):
    cast.mei.is_active = False
    cast.mei.save()
    assert recover(cast.mei.handle, codes[0], NEW) is None
