"""Days of one's own: a step open longer, or once more; they only ever add days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.progress import OwnDays, Rule, State, Window, standing

INTAKE = {"intake": datetime.date(2026, 12, 28)}
FOLLOW_UP = {"code": "follow-up", "opening": "OFFSET", "after": "intake", "offset_months": 3, "open_days": 14}
EXAM = {"code": "exam", "opening": "YEARLY", "window": Window.parse("12-01", "12-31")}
days = st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 12, 31))
owns = st.builds(
    lambda first, more, again: OwnDays(first + datetime.timedelta(days=more), first if again else None),
    days,
    st.integers(0, 90),
    st.booleans(),
)
rules = st.sampled_from(
    [FOLLOW_UP, EXAM, {"code": "exam", "opening": "YEARLY", "window": Window.parse("12-15", "01-15")}]
)


def day(text):
    return datetime.date.fromisoformat(text)


def at(kind, own, on, done=INTAKE):
    found = standing(Rule(**kind, own=own), done, day(on))
    return found.state.value, str(found.closes_on or "")


LONGER = OwnDays(day("2027-04-25"))
AGAIN = OwnDays(day("2027-06-10"), day("2027-06-01"))


@pytest.mark.parametrize(
    ("own", "on", "state", "closes"),
    [
        (None, "2027-04-12", "missed", "2027-04-11"),
        (LONGER, "2027-03-27", "waiting", "2027-04-25"),
        (LONGER, "2027-04-12", "open", "2027-04-25"),
        (LONGER, "2027-04-25", "open", "2027-04-25"),
        (LONGER, "2027-04-26", "missed", "2027-04-25"),
        (AGAIN, "2027-04-11", "open", "2027-04-11"),
        (AGAIN, "2027-04-12", "waiting", "2027-06-10"),
        (AGAIN, "2027-06-01", "open", "2027-06-10"),
        (AGAIN, "2027-06-11", "missed", "2027-06-10"),
        (OwnDays(day("2027-04-01")), "2027-04-11", "open", "2027-04-11"),  # shorter than the plan: no loss
    ],
)
def test_a_follow_up_of_somebody_who_came_on_28_december(own, on, state, closes):
    assert at(FOLLOW_UP, own, on) == (state, closes)


@pytest.mark.parametrize(
    ("own", "on", "state", "closes"),
    [
        (OwnDays(day("2027-01-15")), "2026-12-20", "open", "2027-01-15"),
        (OwnDays(day("2027-01-15")), "2027-01-15", "open", "2027-01-15"),
        (OwnDays(day("2027-01-15")), "2027-01-16", "waiting", "2027-12-31"),
        (OwnDays(day("2027-01-15")), "2027-12-02", "open", "2027-12-31"),
        (OwnDays(day("2027-02-10"), day("2027-02-08")), "2027-01-05", "waiting", "2027-02-10"),
        (OwnDays(day("2027-02-10"), day("2027-02-08")), "2027-02-09", "open", "2027-02-10"),
        (OwnDays(day("2027-02-10"), day("2027-02-08")), "2027-02-11", "waiting", "2027-12-31"),
    ],
)
def test_the_december_exam(own, on, state, closes):
    assert at(EXAM, own, on) == (state, closes)


def test_somebody_who_came_on_29_february_has_three_months_from_it():
    assert at(FOLLOW_UP, None, "2028-05-29", {"intake": day("2028-02-29")}) == ("open", "2028-06-12")
    assert at(FOLLOW_UP, LONGER, "2028-06-13", {"intake": day("2028-02-29")})[0] == "missed"


def test_a_step_that_waits_for_another_stays_locked():
    assert at(FOLLOW_UP, OwnDays(day("2027-06-10"), day("2027-01-01")), "2027-01-02", {})[0] == "locked"


@given(rules, owns, days)
def test_it_is_never_closed_by_a_gift(kind, own, on):
    without, with_it = standing(Rule(**kind), INTAKE, on), standing(Rule(**kind, own=own), INTAKE, on)
    if without.state is State.OPEN:
        assert with_it.state is State.OPEN
        assert with_it.closes_on >= without.closes_on


@given(rules, owns, days)
def test_a_make_up_is_open_on_its_days_and_what_is_open_has_not_closed(kind, own, on):
    found = standing(Rule(**kind, own=own), INTAKE, on)
    if own.opens_on is not None and own.opens_on <= on <= own.closes_on:
        assert found.state is State.OPEN
    if found.state is State.OPEN:
        assert found.closes_on >= on
    if found.state is State.WAITING:
        assert found.opens_on > on


@given(rules, owns, days)
def test_whoever_waits_for_the_day_finds_it_open_then(kind, own, on):
    found = standing(Rule(**kind, own=own), INTAKE, on)
    if found.state is State.WAITING:
        assert standing(Rule(**kind, own=own), INTAKE, found.opens_on).state is State.OPEN
