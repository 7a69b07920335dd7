"""Months later: the same day, or the last day of a shorter month."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.progress import Rule, add_months, standing

days = st.dates(min_value=datetime.date(2000, 1, 1), max_value=datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-12-28", 3, "2027-03-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2028-02-29", 3, "2028-05-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-03-02", 0, "2026-03-02"),
    ],
)
def test_worked_examples(day, months, later):
    assert add_months(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(later)


@given(days, st.integers(min_value=0, max_value=60))
def test_the_month_is_right_and_the_day_never_later(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, calendar.monthrange(later.year, later.month)[1])


@given(days, days, st.integers(min_value=0, max_value=60))
def test_who_comes_later_never_goes_first(one, other, months):
    first, second = sorted([one, other])
    assert add_months(first, months) <= add_months(second, months)


def test_days_come_after_the_months():
    rule = Rule("later", "OFFSET", after="intake", offset_months=1, offset_days=10, open_days=5)
    found = standing(rule, {"intake": datetime.date(2027, 1, 31)}, datetime.date(2027, 2, 1))
    assert (found.opens_on, found.closes_on) == (datetime.date(2027, 3, 10), datetime.date(2027, 3, 15))
