"""Several right options: whatever the rule, ticking everything is no answer."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.choices import Scoring
from assessments.item_types import TYPES
from tests.assessments.item_types.samples import sample

KIND = TYPES["multiple-response"]
DEFINITION, WORDS = sample("multiple-response", "哪些？", "针头", "针筒", "毛巾", "水杯", "手机", key="a,b,d")
PARTIAL = replace(DEFINITION, scoring=Scoring.PARTIAL.value)
PENALTY = replace(DEFINITION, scoring=Scoring.PENALTY.value)


@pytest.mark.parametrize(
    ("ticked", "whole", "partial", "penalty"),
    [
        ("abd", 1, 3, 3),
        ("ab", 0, 2, 2),
        ("a", 0, 1, 1),
        ("abc", 0, 2, 1),
        ("ac", 0, 1, 0),
        ("c", 0, 0, 0),
        ("ce", 0, 0, 0),
        ("abcd", 0, 0, 2),
        ("abcde", 0, 0, 1),
        ("", 0, 0, 0),
    ],
)
def test_the_worked_example(ticked, whole, partial, penalty):
    answer = KIND.read({"choice": list(ticked)}, DEFINITION, "1")
    assert [KIND.points(one, answer) for one in (DEFINITION, PARTIAL, PENALTY)] == [whole, partial, penalty]
    assert [KIND.max_points(one) for one in (DEFINITION, PARTIAL, PENALTY)] == [1, 3, 3]


@given(st.sets(st.sampled_from("abcdefgh"), min_size=1, max_size=7))
def test_ticking_everything_never_pays_without_a_penalty(key):
    made, _words = sample("multiple-response", "?", *"abcdefgh", key=",".join(sorted(key)), scoring="partial")
    assert KIND.points(made, "a,b,c,d,e,f,g,h") == 0
    assert KIND.points(replace(made, scoring="all-or-nothing"), "a,b,c,d,e,f,g,h") == 0


@given(st.sets(st.sampled_from("abcde")))
def test_another_right_tick_never_costs_a_point(ticked):
    """But for the ticks too many, which the rule without penalty does not take."""
    before, after = ",".join(sorted(ticked)), ",".join(sorted(ticked | {"a"}))
    assert KIND.points(PENALTY, after) >= KIND.points(PENALTY, before)
    if len(ticked | {"a"}) <= 3:
        assert KIND.points(PARTIAL, after) >= KIND.points(PARTIAL, before)


def test_only_the_key_gives_the_point_of_all_or_nothing():
    every = [",".join(one) for size in range(6) for one in combinations("abcde", size)]
    assert [one for one in every if KIND.points(DEFINITION, one)] == ["a,b,d"]


def test_a_tick_beside_i_do_not_know_is_not_lost():
    assert KIND.read({"choice": ["c", "dk", "a"]}, DEFINITION, "1") == "a,c"


@pytest.mark.parametrize("key", ["", "x", "a,z"])
def test_a_key_that_is_no_option_is_a_fault(key):
    assert len(KIND.faults(replace(DEFINITION, key=key), WORDS)) == 1


def test_a_question_in_which_everything_is_right_is_a_fault():
    assert "Every option is right" in KIND.faults(replace(DEFINITION, key="a,b,c,d,e"), WORDS)[0]


@pytest.mark.parametrize("key", ["a,b,d", "abd", "D A B", "a, b, d"])
def test_a_key_may_be_written_in_several_ways(key):
    made = replace(DEFINITION, key=key)
    assert KIND.points(made, "a,b,d") == 1
    assert KIND.solution(made, WORDS) == "针头; 针筒; 水杯"
