"""From answers to points: right is one, everything else is nothing, and nothing is subtracted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.grading import Answer, GradedItem, grade, passes, percent, standing_answers
from assessments.item_types import Definition

KEYS = {1: ("a", "breath"), 2: ("c", "breath"), 3: ("b", "blood")}
ITEMS = [
    GradedItem(item, Definition("single-choice", key, options=("a", "b", "c")), topic)
    for item, (key, topic) in KEYS.items()
]
answers = st.lists(
    st.builds(Answer, st.integers(1, 3), st.sampled_from(["a", "b", "c", "dk", ""]), st.integers(1, 50)),
    unique_by=lambda one: (one.item, one.sequence),
    max_size=30,
)


def test_a_worked_example():
    found = grade(ITEMS, {1: "a", 2: "dk", 3: "b"})
    assert (found.points, found.max_points) == (2, 3)
    assert found.by_topic == {"breath": (1, 2), "blood": (1, 1)}


@pytest.mark.parametrize("choice", ["b", "dk", "", None])
def test_wrong_unsure_and_unanswered_count_alike(choice):
    choices = {} if choice is None else {1: choice}
    assert grade(ITEMS, choices).points == 0


def test_an_answer_to_something_else_counts_nothing():
    assert grade(ITEMS, {99: "a"}).points == 0


@given(answers, st.randoms(use_true_random=False))
def test_the_newest_answer_stands_in_whatever_order_they_arrive(given_answers, random):
    shuffled = random.sample(given_answers, len(given_answers))
    assert standing_answers(shuffled) == standing_answers(given_answers)
    for item, choice in standing_answers(shuffled).items():
        assert choice == max((one for one in given_answers if one.item == item), key=lambda one: one.sequence).answer


@given(answers)
def test_topics_add_up_to_the_whole(given_answers):
    found = grade(ITEMS, standing_answers(given_answers))
    assert sum(points for points, _most in found.by_topic.values()) == found.points
    assert sum(most for _points, most in found.by_topic.values()) == found.max_points == 3
    assert 0 <= found.points <= 3


@given(answers)
def test_one_more_right_answer_never_costs_a_point(given_answers):
    choices = standing_answers(given_answers)
    assert grade(ITEMS, choices | {1: "a"}).points >= grade(ITEMS, choices).points


@pytest.mark.parametrize(
    ("points", "most", "told"), [(1, 3, "33.3"), (2, 3, "66.7"), (1, 8, "12.5"), (0, 20, "0.0"), (20, 20, "100.0")]
)
def test_per_cent_has_one_decimal(points, most, told):
    assert percent(points, most) == Decimal(told)


def test_a_test_without_items_has_no_per_cent():
    with pytest.raises(ValueError, match="without items"):
        percent(0, 0)


@pytest.mark.parametrize(
    ("points", "mark", "passed"), [(12, 60, True), (11, 60, False), (0, None, True), (20, 100, True), (19, 100, False)]
)
def test_the_pass_mark_of_twenty_questions(points, mark, passed):
    assert passes(points, 20, mark) is passed


def test_two_of_three_are_not_67_per_cent():
    assert not passes(2, 3, 67)
    assert passes(2, 3, 66)
