"""Join codes: what fits, what no longer does, and who gets the last seat."""

import datetime

import pytest

from courses.actions import (
    AlreadyEnrolledError,
    NoSeatError,
    create_join_code,
    enrol,
    find_join_code,
    plain_join_code,
)
from courses.models import Enrolment, JoinCode
from tests.factories.courses import ARRIVED
from tests.factories.people import UserFactory

LAST_DAY = ARRIVED + datetime.timedelta(days=30)


@pytest.fixture
def code(cast):
    return create_join_code(cast.peers, seats=1, expires_on=LAST_DAY)


def test_a_code_is_found_however_it_is_typed(code):
    plain = plain_join_code(code)
    for typed in (plain, plain.lower(), f" {plain[:4]}-{plain[4:8]} {plain[8:]} "):
        assert find_join_code(typed, LAST_DAY) == code


def test_the_same_code_can_be_printed_again_and_only_its_digest_is_held(code):
    plain = plain_join_code(code)
    assert plain_join_code(JoinCode.objects.get(pk=code.pk)) == plain
    assert plain not in str(JoinCode.objects.values().get(pk=code.pk)).upper()


def test_what_does_not_fit_is_none_whatever_the_reason(cast, code):
    plain = plain_join_code(code)
    assert find_join_code("0000-0000-0000", ARRIVED) is None
    assert find_join_code("", ARRIVED) is None
    assert find_join_code(plain, LAST_DAY + datetime.timedelta(days=1)) is None
    JoinCode.objects.update(is_revoked=True)
    assert find_join_code(plain, ARRIVED) is None
    JoinCode.objects.update(is_revoked=False, used=1)
    assert find_join_code(plain, ARRIVED) is None


def test_of_two_people_at_the_last_seat_one_gets_it(cast, code):
    """Both read the code while it still had a seat; the conditional update lets one of them through."""
    seen_by_first, seen_by_second = (JoinCode.objects.get(pk=code.pk) for _ in range(2))
    first, second = UserFactory(), UserFactory()
    enrol(first, cast.peers, code=seen_by_first, on=ARRIVED)
    with pytest.raises(NoSeatError):
        enrol(second, cast.peers, code=seen_by_second, on=ARRIVED)
    assert not Enrolment.objects.filter(learner=second).exists()
    assert JoinCode.objects.get(pk=code.pk).used == 1


@pytest.mark.parametrize("change", [{"is_revoked": True}, {"expires_on": ARRIVED - datetime.timedelta(days=1)}])
def test_a_code_that_was_withdrawn_meanwhile_enrols_nobody(cast, code, change):
    JoinCode.objects.update(**change)
    with pytest.raises(NoSeatError):
        enrol(UserFactory(), cast.peers, code=code, on=ARRIVED)


def test_who_is_in_the_programme_already_takes_no_seat(cast, code):
    with pytest.raises(AlreadyEnrolledError):
        enrol(cast.mei, cast.peers, code=code, on=ARRIVED)
    assert JoinCode.objects.get(pk=code.pk).used == 0
    assert Enrolment.objects.filter(learner=cast.mei).count() == 1


def test_a_code_for_a_group_lets_as_many_in_as_it_has_seats(cast):
    code = create_join_code(cast.peers, seats=3, expires_on=LAST_DAY)
    for _ in range(3):
        enrol(UserFactory(), cast.peers, code=code, on=ARRIVED)
    with pytest.raises(NoSeatError):
        enrol(UserFactory(), cast.peers, code=code, on=ARRIVED)
