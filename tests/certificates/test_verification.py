"""The public answer to a code: valid or unknown, in one shape, and nothing else."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certificates.actions import make_version
from certificates.codes import format_code
from certificates.models import Certificate
from certificates.verification import Verification, verify

TODAY = datetime.date(2026, 11, 22)

UNKNOWN = "7K2M Q9XD 4HTV B1NC 8RWE 3ZGP"


@pytest.fixture
def code(held):
    return make_version(held, "Lin Xiaoman")


def test_a_code_is_valid_however_it_is_typed(code):
    for typed in (code, code.lower(), format_code(code), f"  {'-'.join(format_code(code).split())} "):
        assert verify(typed, on=TODAY) == Verification(True)


@pytest.mark.parametrize("typed", [UNKNOWN, "", "x", "0" * 24, "hello world", "满" * 24, "7" * 500])
def test_unknown_and_malformed_codes_get_the_same_answer(code, typed):
    assert verify(typed, on=TODAY) == Verification(False)


def test_every_answer_costs_the_same(code):
    costs = set()
    for typed, name in ((code, ""), (UNKNOWN, ""), ("x", ""), (code, "Lin Xiaoman"), ("x", "Lin Xiaoman")):
        with CaptureQueriesContext(connection) as captured:
            verify(typed, name, on=TODAY)
        costs.add(len(captured))
    assert costs == {1}


@pytest.mark.parametrize(
    ("name", "matches"),
    [("Lin Xiaoman", True), (" LIN  xiaoman", True), ("Lin Xiaoming", False), ("Lin", False), ("", None), ("  ", None)],
)
def test_a_typed_name_matches_or_does_not(code, name, matches):
    assert verify(code, name, on=TODAY) == Verification(True, matches)


def test_a_name_with_an_unknown_code_learns_nothing(code):
    assert verify(UNKNOWN, "Lin Xiaoman", on=TODAY) == Verification(False)


def test_the_code_of_somebody_who_is_gone_is_unknown(code):
    Certificate.objects.all().delete()
    assert verify(code, on=TODAY) == Verification(False)


def test_a_code_is_valid_to_the_end_of_the_month_that_is_printed(held, code):
    held.award.valid_years = 3
    held.award.save()
    last = datetime.date(held.issued_in.year + 3, held.issued_in.month, 28)
    assert verify(code, on=last) == Verification(True)
    assert verify(code, on=last + datetime.timedelta(days=4)) == Verification(False)
