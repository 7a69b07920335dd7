"""Putting lines in order: neither letters nor places lead to the key."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.choices import Scoring
from assessments.item_types import TYPES, AnswerError
from assessments.item_types.base import shuffled
from tests.assessments.item_types.pages import page, read_page
from tests.assessments.item_types.samples import sample

KIND = TYPES["ordering"]
# Written in the right order, as most authors do.
DEFINITION, WORDS = sample("ordering", "សូមរៀបលំដាប់", "ពិនិត្យដង្ហើម", "ហៅ ១១៩", "រង់ចាំ", "និយាយ", key="a,b,c,d")


def given_places(places: dict[str, int], seed: str) -> dict[str, list[str]]:
    """Return what a page sends on which each letter was given a place."""
    order = shuffled(DEFINITION.options, seed)
    return {f"place-{at}": [str(places[one])] if one in places else [""] for at, one in enumerate(order, 1)}


@pytest.mark.parametrize(
    ("places", "whole", "partial", "penalty"),
    [
        ({"a": 1, "b": 2, "c": 3, "d": 4}, 1, 4, 4),
        ({"a": 2, "b": 1, "c": 3, "d": 4}, 0, 2, 0),
        ({"a": 1, "b": 2, "c": 3}, 0, 3, 3),
        ({"a": 1, "b": 2, "c": 4}, 0, 2, 1),
        ({"a": 1, "b": 1, "c": 3, "d": 4}, 0, 2, 0),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, 0, 0, 0),
        ({"a": 4, "b": 3, "c": 2, "d": 1}, 0, 0, 0),
        ({}, 0, 0, 0),
    ],
)
def test_the_worked_example(places, whole, partial, penalty):
    answer = KIND.read(given_places(places, "8:2"), DEFINITION, "8:2")
    scored = [
        replace(DEFINITION, scoring=one.value) for one in (Scoring.ALL_OR_NOTHING, Scoring.PARTIAL, Scoring.PENALTY)
    ]
    assert [KIND.points(one, answer) for one in scored] == [whole, partial, penalty]


@given(st.integers(0, 2**60).map(str), st.permutations([1, 2, 3, 4]))
def test_the_same_places_are_the_same_answer_whatever_the_order_on_the_page(seed, order):
    places = dict(zip("abcd", order, strict=True))
    assert KIND.read(given_places(places, seed), DEFINITION, seed) == KIND.read(
        given_places(places, "1"), DEFINITION, "1"
    )


def test_each_line_comes_first_alike_whatever_the_key_is():
    first = Counter(KIND.present(WORDS, "", f"{seed}:7", shuffle=False).options[0].text for seed in range(800))
    assert len(first) == 4
    assert min(first.values()) > 150


def test_the_page_sends_numbers_in_the_order_shown_and_no_letter():
    for seed in ("1", "2", "77:3"):
        fields = [one for one in read_page(page("ordering", WORDS, seed=seed)).fields if one.way == "select"]
        assert [one.name for one in fields] == ["place-1", "place-2", "place-3", "place-4"]
        assert {one.values for one in fields} == {("", "1", "2", "3", "4")}


def test_half_an_answer_is_kept_as_it_is():
    assert KIND.read(given_places({"c": 1, "a": 1}, "5"), DEFINITION, "5") == "a=1,c=1"


@pytest.mark.parametrize("place", ["0", "5", "a", "-1", "１"])
def test_a_place_that_is_not_offered_is_refused(place):
    with pytest.raises(AnswerError):
        KIND.read({"place-1": [place]}, DEFINITION, "1")


@pytest.mark.parametrize("key", ["", "a,b,c", "a,b,c,c", "a,b,c,d,e"])
def test_a_key_without_each_line_once_is_a_fault(key):
    assert len(KIND.faults(replace(DEFINITION, key=key), WORDS)) == 1


def test_the_solution_numbers_the_lines():
    assert KIND.solution(replace(DEFINITION, key="dabc"), WORDS) == "1. និយាយ; 2. ពិនិត្យដង្ហើម; 3. ហៅ ១១៩; 4. រង់ចាំ"
