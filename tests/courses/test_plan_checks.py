"""Plans that can never be finished, and the promise that every other one can."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from courses.plan_checks import Fault, Material, StepFacts, Trouble, faults, rules
from courses.timeline import timeline


def troubles(*steps):
    return [(one.trouble, one.code, one.other) for one in faults(steps)]


def after(code, other, **more):
    return StepFacts(code, "TEST", "AFTER_STEP", after=other, **more)


FIRST = StepFacts("first", "TEST", "AT_ONCE")


def test_a_plan_without_steps_is_none():
    assert faults([]) == [Fault(Trouble.NO_STEPS)]


def test_three_that_wait_in_a_circle_are_each_named():
    found = troubles(FIRST, after("a", "c"), after("b", "a"), after("c", "b"))
    assert found == [(Trouble.CIRCULAR, "a", "c"), (Trouble.CIRCULAR, "b", "a"), (Trouble.CIRCULAR, "c", "b")]


def test_who_waits_for_a_circle_is_not_part_of_it():
    found = troubles(after("a", "b"), after("b", "a"), after("outside", "b"))
    assert [(trouble, code) for trouble, code, _other in found] == [(Trouble.CIRCULAR, "a"), (Trouble.CIRCULAR, "b")]


def test_what_is_unmade_is_told_from_what_is_wrong():
    kinds = {
        Material.NONE: (Trouble.NO_PAGE, Trouble.NO_TEST),
        Material.UNPUBLISHED: (Trouble.PAGE_UNPUBLISHED, Trouble.TEST_EMPTY),
        Material.EMPTY: (Trouble.PAGE_EMPTY, Trouble.TEST_EMPTY),
    }
    for material, (of_page, of_test) in kinds.items():
        steps = [
            StepFacts("p", "READ", "AT_ONCE", material=material),
            StepFacts("t", "EXAM", "AT_ONCE", material=material),
        ]
        found = faults(steps)
        assert [one.trouble for one in found] == [of_page, of_test]
        assert all(one.is_unfinished for one in found)
    wrong = faults([StepFacts("p", "READ", "AT_ONCE", material=Material.WRONG)])
    assert [(one.trouble, one.is_unfinished) for one in wrong] == [(Trouble.WRONG_PAGE, False)]


def test_a_leap_day_is_a_day_of_a_window():
    assert faults([StepFacts("a", "EXAM", "YEARLY", window_from="02-29", window_to="02-29")]) == []


days = st.dates(min_value=datetime.date(2020, 1, 1), max_value=datetime.date(2050, 12, 31))
codes = st.sampled_from("abcde")
windows = st.sampled_from(["01-01", "02-29", "06-30", "12-15", "12-31", "02-30", ""])
steps = st.builds(
    StepFacts,
    code=codes,
    kind=st.just("TEST"),
    opening=st.sampled_from(["AT_ONCE", "AFTER_STEP", "OFFSET", "YEARLY"]),
    after=codes | st.just(""),
    offset_months=st.integers(0, 14),
    offset_days=st.integers(0, 40),
    open_days=st.none() | st.integers(0, 20),
    window_from=windows,
    window_to=windows,
)


@given(st.lists(steps, min_size=1, max_size=5), days)
def test_a_plan_without_a_fault_is_finished_by_whoever_arrives_on_any_day(plan, intake):
    if faults(plan):
        return
    moments = timeline(rules(plan), intake)
    assert all(one.opens_on is not None and one.opens_on >= intake for one in moments)
    on = {one.code: one.opens_on for one in moments}
    assert all(on[step.after] <= on[step.code] for step in plan if step.after)
