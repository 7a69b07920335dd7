"""A scale of agreement: nothing is right, and it never counts."""

import pytest

from assessments.grading import GradedItem, grade
from assessments.item_types import TYPES
from tests.assessments.item_types.samples import sample

KIND = TYPES["rating"]


@pytest.mark.parametrize("counts", [True, False])
def test_it_never_counts_whatever_its_kind_says(counts):
    definition, _words = sample("rating", "I would help.", counts=counts, key="5")
    found = grade([GradedItem(1, definition, "t")], {1: "5"})
    assert (found.points, found.max_points, found.by_topic) == (0, 0, {})


def test_as_knowledge_or_with_options_it_is_a_fault():
    assert len(KIND.faults(*sample("rating", "I would help."))) == 1
    assert len(KIND.faults(*sample("rating", "I would help.", "x", "y", counts=False))) == 1


def test_a_degree_is_told_in_words():
    _definition, words = sample("rating", "I would help.")
    assert KIND.in_words(words, "4") == "Rather yes"
    assert KIND.in_words(words, "9") == ""
