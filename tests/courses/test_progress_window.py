"""A window that comes back each year, New Year or not."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.progress import Window

DECEMBER = Window.parse("12-01", "12-31")
NEW_YEAR = Window.parse("12-20", "01-10")
LEAP = Window.parse("02-29", "02-29")
days = st.dates(min_value=datetime.date(2000, 1, 1), max_value=datetime.date(2100, 12, 31))
windows = st.builds(
    lambda first, last: Window(first.month, first.day, last.month, last.day),
    st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)),
    st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)),
)


def span(window, day):
    return tuple(str(one) for one in window.current_or_next(datetime.date.fromisoformat(day)))


@pytest.mark.parametrize("day", ["2026-01-01", "2026-11-30", "2026-12-01", "2026-12-31"])
def test_the_december_of_this_year(day):
    assert span(DECEMBER, day) == ("2026-12-01", "2026-12-31")


def test_on_new_years_day_it_is_the_next_december():
    assert span(DECEMBER, "2027-01-01") == ("2027-12-01", "2027-12-31")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-12-19", "2026-12-20", "2027-01-10"),
        ("2026-12-31", "2026-12-20", "2027-01-10"),
        ("2027-01-10", "2026-12-20", "2027-01-10"),
        ("2027-01-11", "2027-12-20", "2028-01-10"),
    ],
)
def test_a_window_over_new_year_is_one_window(day, first, last):
    assert span(NEW_YEAR, day) == (first, last)


def test_29_february_is_28_february_in_other_years():
    assert span(LEAP, "2027-01-01") == ("2027-02-28", "2027-02-28")
    assert span(LEAP, "2028-01-01") == ("2028-02-29", "2028-02-29")


@pytest.mark.parametrize(("first", "last"), [("13-01", "12-31"), ("02-30", "03-01"), ("12-01", "12-32"), ("x", "y")])
def test_a_day_that_no_year_has_is_refused(first, last):
    with pytest.raises(ValueError):
        Window.parse(first, last)


@given(windows, days)
def test_the_span_holds_the_day_or_comes_after_it(window, day):
    first, last = window.current_or_next(day)
    assert first <= last
    assert day <= last
    assert (last - first).days <= 366


@given(windows, days)
def test_no_span_is_skipped(window, day):
    """Whoever waits for the opening day finds the same span there."""
    first, last = window.current_or_next(day)
    assert window.current_or_next(max(first, day)) == (first, last)
