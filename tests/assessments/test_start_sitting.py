"""Starting a sitting: a balanced draw, one open sitting, and the other form next time."""

from collections import Counter

import pytest
from django.utils import timezone

from assessments.actions import start_sitting, submit
from assessments.models import Sitting
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.courses import ARRIVED, EnrolmentFactory, StepFactory


@pytest.fixture
def intake(cast):
    return StepTestFactory(step__programme=cast.programme)


def start(enrolment, test):
    return start_sitting(enrolment, test, language="en", at=timezone.now())


def test_forms_are_balanced_within_one_in_each_cohort(cast, intake):
    drawn = Counter()
    for _ in range(9):
        drawn[start(EnrolmentFactory(cohort=cast.peers), intake).form.letter] += 1
        assert abs(drawn["A"] - drawn["B"]) <= 1
    police = Counter(start(EnrolmentFactory(cohort=cast.police), intake).form.letter for _ in range(4))
    assert police == {"A": 2, "B": 2}


def test_starting_again_goes_on_with_the_open_one(cast, intake):
    enrolment = cast.enrolment_of(cast.mei)
    assert start(enrolment, intake) == start(enrolment, intake)
    assert Sitting.objects.count() == 1


def test_a_sitting_opened_by_another_device_meanwhile_is_the_one(cast, intake):
    """Both devices saw no sitting; the unique constraint lets one insert through, the other reads it."""
    enrolment = cast.enrolment_of(cast.mei)
    theirs = sitting(intake, enrolment)
    assert start(enrolment, intake) == theirs


def test_the_next_wave_has_the_other_form(cast, intake):
    enrolment = cast.enrolment_of(cast.mei)
    first = start(enrolment, intake)
    submit(first, on=ARRIVED)
    end = StepTestFactory(step=StepFactory(programme=cast.programme, kind="TEST", code="end"), wave="END")
    follow_up = StepTestFactory(step=StepFactory(programme=cast.programme, kind="TEST", code="later"), wave="FOLLOW_UP")
    second = start(enrolment, end)
    third = start(enrolment, follow_up)
    assert first.form.letter != second.form.letter != third.form.letter


def test_a_second_try_at_an_exam_is_numbered(cast):
    exam = StepTestFactory(step__programme=cast.programme, step__kind="EXAM", step__pass_mark=60, wave="ANNUAL")
    enrolment = cast.enrolment_of(cast.mei)
    first = sitting(exam, enrolment, right=0, submitted_on=ARRIVED)
    second = start(enrolment, exam)
    assert (first.number, second.number) == (1, 2)
    assert second.form != first.form


def test_a_timed_test_ends_when_its_minutes_are_over(cast, intake):
    intake.minutes = 30
    intake.save()
    made = start(cast.enrolment_of(cast.mei), intake)
    assert (made.ends_at - made.started_at).total_seconds() == 1800


def test_the_two_forms_share_their_anchors(intake):
    a, b = ({item.question_id for item in form.items.all()} for form in intake.instrument.forms.all())
    assert len(a & b) == 1
    assert len(a) == len(b) == 4
