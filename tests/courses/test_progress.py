"""Done, open, waiting, locked, missed: the 3-2-1 plan of one learner, day by day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.progress import Rule, State, Window, days_until, next_step, plan, standing

READ = Rule("read", "AT_ONCE")
INTAKE = Rule("intake", "AT_ONCE")
COURSE = Rule("course", "AFTER_STEP", after="intake")
FOLLOW_UP = Rule("follow-up", "OFFSET", after="intake", offset_months=3, open_days=60)
EXAM = Rule("exam", "YEARLY", window=Window.parse("12-01", "12-31"))
RULES = [READ, INTAKE, COURSE, FOLLOW_UP, EXAM]
ARRIVED = datetime.date(2026, 3, 2)
days = st.dates(min_value=datetime.date(2020, 1, 1), max_value=datetime.date(2040, 12, 31))


def day(text):
    return datetime.date.fromisoformat(text)


def test_on_the_first_day_a_learner_can_read_and_sit_the_first_test():
    states = {one.code: one.state for one in plan(RULES, {}, ARRIVED)}
    assert states == {
        "read": State.OPEN,
        "intake": State.OPEN,
        "course": State.LOCKED,
        "follow-up": State.LOCKED,
        "exam": State.WAITING,
    }


def test_a_locked_step_names_what_comes_first():
    assert standing(COURSE, {}, ARRIVED).waits_for == "intake"


def test_the_course_opens_with_the_first_test():
    assert standing(COURSE, {"intake": ARRIVED}, ARRIVED).state is State.OPEN


@pytest.mark.parametrize(
    ("intake", "today", "state"),
    [
        ("2026-12-28", "2027-03-27", State.WAITING),
        ("2026-12-28", "2027-03-28", State.OPEN),
        ("2026-11-30", "2027-02-27", State.WAITING),
        ("2026-11-30", "2027-02-28", State.OPEN),
        ("2027-11-30", "2028-02-28", State.WAITING),
        ("2027-11-30", "2028-02-29", State.OPEN),
        ("2026-03-02", "2026-08-01", State.OPEN),
        ("2026-03-02", "2026-08-02", State.MISSED),
    ],
)
def test_the_second_test_opens_three_months_after_ones_own_first_and_closes_60_days_later(intake, today, state):
    assert standing(FOLLOW_UP, {"intake": day(intake)}, day(today)).state is state


def test_a_waiting_step_says_in_how_many_days():
    found = standing(FOLLOW_UP, {"intake": ARRIVED}, day("2026-05-24"))
    assert (found.opens_on, found.closes_on) == (day("2026-06-02"), day("2026-08-01"))
    assert days_until(found, day("2026-05-24")) == 9
    assert days_until(standing(READ, {}, ARRIVED), ARRIVED) is None


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-11-30", State.WAITING),
        ("2026-12-01", State.OPEN),
        ("2026-12-31", State.OPEN),
        ("2027-01-01", State.WAITING),
    ],
)
def test_the_exam_opens_each_december_and_is_never_missed_for_good(today, state):
    assert standing(EXAM, {}, day(today)).state is state


def test_an_exam_behind_a_course_says_when_it_will_open():
    exam = Rule("exam", "YEARLY", after="course", window=Window.parse("12-01", "12-31"))
    found = standing(exam, {}, day("2026-12-05"))
    assert (found.state, found.waits_for, found.opens_on) == (State.LOCKED, "course", day("2026-12-01"))


def test_what_is_done_stays_done_after_its_window():
    done = {"intake": ARRIVED, "follow-up": day("2026-06-05")}
    assert standing(FOLLOW_UP, done, day("2030-01-01")).done_on == day("2026-06-05")


def test_now_is_what_closes_first_then_what_comes_first():
    assert next_step(plan(RULES, {}, ARRIVED)).code == "read"
    in_window = plan(RULES, {"intake": ARRIVED}, day("2026-06-10"))
    assert next_step(in_window).code == "follow-up"
    everything = {rule.code: ARRIVED for rule in RULES}
    assert next_step(plan(RULES, everything, ARRIVED)) is None


@given(st.dictionaries(st.sampled_from([rule.code for rule in RULES]), days), days)
def test_every_step_stands_somewhere_and_what_is_done_is_done(done, today):
    found = plan(RULES, done, today)
    assert [one.code for one in found] == [rule.code for rule in RULES]
    assert {one.code for one in found if one.state is State.DONE} == set(done)
    assert all((one.waits_for is not None) == (one.state is State.LOCKED) for one in found)
    now = next_step(found)
    assert now is None or now.state is State.OPEN


@given(days, st.integers(min_value=0, max_value=600))
def test_a_window_once_missed_does_not_open_again(intake, later):
    today = intake + datetime.timedelta(days=later)
    done = {"intake": intake}
    if standing(FOLLOW_UP, done, today).state is State.MISSED:
        assert standing(FOLLOW_UP, done, today + datetime.timedelta(days=1)).state is State.MISSED
