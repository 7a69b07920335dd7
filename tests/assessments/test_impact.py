"""What is said of a dry run's numbers: no single person can be found in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.impact import Move, Shown, Tally, rounded, shown


@pytest.mark.parametrize(
    ("count", "of", "is_protected", "expected"),
    [
        (3, 19, True, Shown("hidden")),
        (0, 20, True, Shown("at-most", 4)),
        (4, 60, True, Shown("at-most", 4)),
        (5, 60, True, Shown("about", 5)),
        (33, 60, True, Shown("about", 35)),
        (56, 60, True, Shown("at-least", 56)),
        (60, 60, True, Shown("at-least", 56)),
        (3, 9, False, Shown("hidden")),
        (3, 10, False, Shown("at-most", 4)),
        (7, 12, False, Shown("about", 5)),
    ],
)
def test_the_worked_examples(count, of, is_protected, expected):
    assert shown(count, of, is_protected=is_protected) == expected


@given(st.integers(0, 400), st.integers(0, 400), st.booleans())
def test_what_is_said_never_tells_none_one_all_or_all_but_one_apart(of, count, is_protected):
    count = min(count, of)
    alike = {count - 1, count + 1} & set(range(of + 1))
    same = {
        one for one in alike if shown(one, of, is_protected=is_protected) == shown(count, of, is_protected=is_protected)
    }
    assert same or not alike


@given(st.integers(0, 10_000))
def test_rounding_is_off_by_two_at_most(count):
    assert rounded(count) % 5 == 0
    assert abs(rounded(count) - count) <= 2


def test_many_sittings_of_few_people_stay_hidden():
    assert shown(30, 40, is_protected=False, people=9) == Shown("hidden")


def test_a_tally_adds_up():
    found = Tally()
    found.add([Move((2, 4), (3, 4), True), Move((3, 4), None)], now_pass=True, no_longer=False)
    found.add([Move((3, 4), (2, 4), True), Move((1, 4), (1, 4))], now_pass=False, no_longer=True)
    assert (found.people, found.sittings, found.moved, found.not_kept) == (2, 4, 2, 1)
    assert (dict(found.by), found.now_pass, found.no_longer) == ({1: 1, -1: 1}, 1, 1)
