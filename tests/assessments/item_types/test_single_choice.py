"""One right option of several."""

from collections import Counter

import pytest

from assessments.item_types import TYPES, AnswerError, Definition
from tests.assessments.item_types.pages import page, read_page
from tests.assessments.item_types.samples import sample

KIND = TYPES["single-choice"]
DEFINITION, WORDS = sample("single-choice", "把人放在哪里？", "ahead", "beside", "behind", key="b")


@pytest.mark.parametrize(("choice", "points"), [("a", 0), ("b", 1), ("c", 0), ("dk", 0), ("", 0)])
def test_the_key_gives_a_point(choice, points):
    assert KIND.points(DEFINITION, KIND.read({"choice": [choice]}, DEFINITION, "1")) == points


def test_two_choices_are_refused():
    for two in (["a", "b"], ["dk", "a"]):
        with pytest.raises(AnswerError):
            KIND.read({"choice": two}, DEFINITION, "1")


def test_an_order_of_ones_own_is_the_same_at_each_look_and_each_option_comes_first_alike():
    assert page("single-choice", WORDS, seed="9:1") == page("single-choice", WORDS, seed="9:1")
    first = Counter(
        read_page(page("single-choice", WORDS, seed=f"{seed}:4")).fields[0].values[0] for seed in range(600)
    )
    assert set(first) == {"a", "b", "c"}
    assert min(first.values()) > 150


def test_without_an_own_order_the_authors_stays():
    assert [one.values[0] for one in read_page(page("single-choice", WORDS, shuffle=False)).fields] == [
        "a",
        "b",
        "c",
        "dk",
    ]


@pytest.mark.parametrize(
    ("lines", "key", "count"),
    [(["x"], "a", 1), (["x", "x"], "a", 1), (["x", "y"], "c", 1), (["x", "y"], "", 1), ([], "", 2)],
)
def test_faults_are_told_in_sentences(lines, key, count):
    definition, words = sample("single-choice", "Which?", *lines, key=key)
    assert len(KIND.faults(definition, words)) == count


def test_a_language_with_another_number_of_options_is_a_fault():
    assert len(KIND.faults(Definition("single-choice", "a", options=("a", "b", "c", "d")), WORDS)) == 1


def test_an_attitude_needs_no_key():
    definition, words = sample("single-choice", "Which?", "x", "y", counts=False)
    assert KIND.faults(definition, words) == []


def test_the_solution_is_the_text_of_the_key():
    assert KIND.solution(DEFINITION, WORDS) == "beside"
