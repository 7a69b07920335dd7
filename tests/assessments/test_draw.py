"""Which form a learner gets: balanced in a cohort, another one next time, the same when asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.draw import draw_form

forms = st.sampled_from(["A", "AB", "ABC"])


@given(forms, st.lists(st.uuids(), min_size=1, max_size=60))
def test_after_each_person_the_counts_of_a_cohort_differ_by_one_at_most(letters, people):
    taken = dict.fromkeys(letters, 0)
    for person in people:
        taken[draw_form(letters, [], taken, seed=str(person))] += 1
        assert max(taken.values()) - min(taken.values()) <= 1


@given(forms, st.dictionaries(st.sampled_from("ABC"), st.integers(0, 9)), st.text(max_size=10))
def test_the_same_facts_give_the_same_form(letters, taken, seed):
    drawn = draw_form(letters, [], taken, seed)
    assert drawn in letters
    assert draw_form("".join(reversed(letters)), [], taken, seed) == drawn


@pytest.mark.parametrize(
    ("had", "form"), [(["A"], "B"), (["B"], "A"), (["A", "B"], "A"), (["A", "B", "A"], "B"), (["B", "A"], "B")]
)
def test_the_next_wave_has_the_other_form_whatever_the_cohort_had(had, form):
    assert draw_form("AB", had, {"A": 30, "B": 0}, "x") == form


def test_chance_decides_a_tie_and_decides_both_ways():
    drawn = [draw_form("AB", [], {}, f"person {number}") for number in range(200)]
    assert 60 < drawn.count("A") < 140


def test_a_form_that_no_longer_exists_does_not_count_as_had():
    assert draw_form("AB", ["Z"], {"A": 1, "B": 0}, "x") == "B"


def test_without_a_form_there_is_nothing_to_draw():
    with pytest.raises(ValueError, match="no form"):
        draw_form([], [], {}, "x")
