"""A learner's plan from the database: the same cost for one step and for thirty."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.actions import complete_step, give_extension
from courses.plans import plan_of
from tests.factories.courses import ARRIVED, StepFactory


def cost(enrolment):
    with CaptureQueriesContext(connection) as captured:
        plan_of(enrolment, ARRIVED)
    return len(captured)


@pytest.mark.parametrize("count", [1, 30])
def test_a_plan_costs_two_queries(cast, count):
    first = StepFactory(programme=cast.programme)
    for _ in range(count - 1):
        StepFactory(programme=cast.programme, opening="AFTER_STEP", after=first)
    assert cost(cast.enrolment_of(cast.mei)) == 2


def test_steps_come_in_the_programmes_order_with_the_one_to_do_now(cast):
    late = StepFactory(programme=cast.programme, code="late", sort_order=9)
    early = StepFactory(programme=cast.programme, code="early", sort_order=1)
    enrolment = cast.enrolment_of(cast.mei)
    found = plan_of(enrolment, ARRIVED)
    assert [one.step for one in found.steps] == [early, late]
    assert found.now.step == early
    complete_step(enrolment, early, on=ARRIVED)
    assert plan_of(enrolment, ARRIVED).now.step == late


def test_another_learner_has_a_plan_of_their_own(cast):
    step = StepFactory(programme=cast.programme, code="read")
    complete_step(cast.enrolment_of(cast.mei), step, on=ARRIVED)
    assert plan_of(cast.enrolment_of(cast.bo), ARRIVED).of("read").is_open


def test_the_three_months_count_from_ones_own_first_test(cast):
    intake = StepFactory(programme=cast.programme, code="intake", kind="TEST")
    StepFactory(
        programme=cast.programme, code="follow-up", opening="OFFSET", after=intake, offset_months=3, open_days=60
    )
    complete_step(cast.enrolment_of(cast.mei), intake, on=datetime.date(2026, 11, 30))
    complete_step(cast.enrolment_of(cast.bo), intake, on=datetime.date(2026, 12, 28))
    on = datetime.date(2027, 2, 28)
    assert plan_of(cast.enrolment_of(cast.mei), on).of("follow-up").is_open
    assert not plan_of(cast.enrolment_of(cast.bo), on).of("follow-up").is_open


def test_a_step_that_is_not_there_is_none(cast):
    assert plan_of(cast.enrolment_of(cast.mei), ARRIVED).of("nowhere") is None


def test_days_of_ones_own_are_in_the_plan_at_no_further_query(cast):
    intake = StepFactory(programme=cast.programme, code="intake", kind="TEST")
    months = {"opening": "OFFSET", "after": intake, "offset_months": 3, "open_days": 14}
    step = StepFactory(programme=cast.programme, code="follow-up", **months)
    mei, bo = cast.enrolment_of(cast.mei), cast.enrolment_of(cast.bo)
    for one in (mei, bo):
        complete_step(one, intake, on=datetime.date(2026, 12, 28))
    give_extension(mei, step, opens_on=None, closes_on=datetime.date(2027, 4, 25), by=cast.lan)
    on = datetime.date(2027, 4, 20)
    assert plan_of(mei, on).of("follow-up").is_open
    assert not plan_of(bo, on).of("follow-up").is_open
    assert cost(mei) == 2
