"""True, false, I don't know."""

import pytest
from django.utils.translation import override

from assessments.item_types import TYPES
from tests.assessments.item_types.pages import page, read_page
from tests.assessments.item_types.samples import sample

KIND = TYPES["true-false"]
DEFINITION, WORDS = sample("true-false", "纳洛酮可以逆转阿片类药物过量。", key="true")


@pytest.mark.parametrize(("choice", "points"), [("true", 1), ("false", 0), ("dk", 0), ("", 0)])
def test_the_key_gives_a_point(choice, points):
    assert KIND.points(DEFINITION, KIND.read({"choice": [choice]}, DEFINITION, "1")) == points


def test_true_comes_first_in_every_order_of_ones_own():
    for seed in range(20):
        assert [one.values[0] for one in read_page(page("true-false", WORDS, seed=str(seed))).fields] == [
            "true",
            "false",
            "dk",
        ]


def test_its_words_are_those_of_the_page():
    with override("en"):
        assert [one.text for one in KIND.present(WORDS, "", "1", shuffle=False).options] == ["True", "False"]
        assert KIND.solution(DEFINITION, WORDS) == "True"


@pytest.mark.parametrize("key", ["", "a", "yes", "对"])
def test_another_key_is_a_fault(key):
    definition, words = sample("true-false", "So?", key=key)
    assert len(KIND.faults(definition, words)) == 1


def test_options_of_an_authors_own_are_a_fault():
    definition, words = sample("true-false", "So?", "Yes", "No", key=" True ")
    assert len(KIND.faults(definition, words)) == 1
