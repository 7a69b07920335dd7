"""What no test of a step may be: free text for protected people, answers given away by an exam, a result never shown."""

import pytest
from django.core.exceptions import ValidationError

from assessments.models import Question
from tests.factories.assessments import StepTestFactory
from tests.factories.certificates import award
from tests.factories.courses import ProgrammeFactory


def fault(test, field):
    with pytest.raises(ValidationError) as caught:
        test.full_clean()
    return " ".join(caught.value.message_dict[field])


def test_a_plain_test_is_fine(intake):
    intake.full_clean()


def test_free_text_is_refused_where_a_cohort_or_the_programme_is_protected(cast, intake):
    Question.objects.filter(code="Q0").update(type="open-text")
    assert "could tell who wrote them" in fault(intake, "instrument")
    elsewhere = StepTestFactory(step__programme=ProgrammeFactory(slug="police-alone"))
    elsewhere.full_clean()
    elsewhere.step.programme.audiences.add(cast.peers.audience)
    assert "Choose another instrument." in fault(elsewhere, "instrument")


def test_feedback_after_each_answer_is_for_self_checks(cast, intake):
    intake.feedback = "IMMEDIATE"
    intake.full_clean()
    award([intake.step])
    assert "for self-checks" in fault(intake, "feedback")


def test_feedback_after_each_answer_needs_one_question_on_a_page(intake):
    intake.feedback, intake.layout = "IMMEDIATE", "ONE_PAGE"
    assert "one question on a page" in fault(intake, "layout")


def test_an_exam_gives_no_feedback_after_each_answer(cast):
    exam = StepTestFactory(step__programme=cast.programme, step__pass_mark=60, feedback="IMMEDIATE")
    assert "for self-checks" in fault(exam, "feedback")


def test_a_result_that_waits_for_the_closing_needs_a_closing(intake):
    intake.feedback = "NONE_UNTIL_CLOSED"
    assert "never closes" in fault(intake, "feedback")
