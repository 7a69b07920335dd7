"""Numbers with a tolerance and a unit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.item_types import TYPES
from tests.assessments.item_types.samples import sample

KIND = TYPES["numeric"]
DEFINITION, WORDS = sample("numeric", "多少毫升？", key="1.5", tolerance=Decimal("0.1"), unit="ml")


@pytest.mark.parametrize("typed", ["1.5", "1,5", "１．５", "၁.၅", "១,៥", "1.4", "1.60", "1.5 ml", "1.5ML", " 1.5。"])
def test_right_as_anybody_may_type_it(typed):
    assert KIND.points(DEFINITION, KIND.read({"text": [typed]}, DEFINITION, "1")) == 1


@pytest.mark.parametrize("typed", ["1.39", "1.61", "15", "-1.5", "1.5 mg", "about 1.5", "", "dk", "NaN"])
def test_wrong_or_no_number(typed):
    assert KIND.points(DEFINITION, KIND.read({"text": [typed]}, DEFINITION, "1")) == 0


def test_what_is_no_number_is_kept_as_it_was_typed():
    assert KIND.read({"text": [" a few "]}, DEFINITION, "1") == "a few"


@given(st.decimals(-1000, 1000, places=3), st.decimals(0, 10, places=3), st.decimals(-1000, 1000, places=3))
def test_a_number_is_right_within_the_tolerance_and_at_its_edges(key, tolerance, typed):
    definition, _words = sample("numeric", "?", key=f"{key:f}", tolerance=tolerance)
    assert KIND.points(definition, f"{key + tolerance:f}") == KIND.points(definition, f"{key - tolerance:f}") == 1
    # Three digits behind the point may as well be thousands.
    if abs(typed) < 1:
        assert KIND.points(definition, f"{typed:f}") == int(abs(typed - key) <= tolerance)


@pytest.mark.parametrize(
    ("key", "tolerance"), [("", None), ("1,5", None), ("many", None), ("2 ml", None), ("1", Decimal(-1))]
)
def test_faults_are_told_in_sentences(key, tolerance):
    definition, words = sample("numeric", "?", key=key, tolerance=tolerance)
    assert len(KIND.faults(definition, words)) == 1


def test_the_solution_has_its_tolerance_and_unit():
    assert KIND.solution(DEFINITION, WORDS) == "1.5 ± 0.1 ml"
    assert KIND.solution(*sample("numeric", "?", key="120")) == "120"
    assert KIND.in_words(WORDS, "2") == "2 ml"
    assert KIND.in_words(WORDS, "a few") == "a few"
