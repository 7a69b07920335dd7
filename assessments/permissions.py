"""Who may sit, mark and grade anew what: fetching is authorising."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from assessments import prepared
from assessments.choices import QuestionKind, SittingState
from assessments.models import Question, QuestionBank, Sitting, StepTest, TestForm
from courses.models import Enrolment
from courses.permissions import cohorts_led_by
from courses.plans import PlannedStep, plan_of
from people.choices import PrivacyClass, Role
from people.permissions import has_role, is_law_enforcement


def own_sitting(learner: Any, sitting_id: Any) -> Sitting:
    """Return the learner's own sitting; anybody else's does not exist."""
    found = Sitting.objects.of(learner).select_related("test__step", "form", "enrolment", "room")
    sitting: Sitting = get_object_or_404(found, pk=sitting_id)
    return sitting


def own_sitting_to_answer(learner: Any, sitting_id: Any, item: int) -> Sitting:
    """Return the learner's own sitting with `answered`, the number of its other items that are answered; one query."""
    found = prepared.own_sitting(learner.pk, sitting_id, item)
    if found is None:
        raise Http404
    return found


def own_test(learner: Any, test_id: int, on: datetime.date) -> tuple[StepTest, Enrolment, PlannedStep]:
    """Return a test of a programme the learner is in, with where its step stands; otherwise it does not exist."""
    found = StepTest.objects.select_related("step__programme", "instrument")
    test = get_object_or_404(found, pk=test_id, step__programme__enrolments__learner=learner)
    enrolment = Enrolment.objects.get(learner=learner, programme_id=test.step.programme_id)
    planned = plan_of(enrolment, on).of(test.step.code)
    if planned is None:
        raise Http404
    return test, enrolment, planned


def may_add_questions(user: Any) -> bool:
    """Tell whether the account may write questions, and so bring them in and take them out as files."""
    return bool(user.is_authenticated and user.has_perm("assessments.add_question"))


def banks_open_to(user: Any) -> QuerySet[QuestionBank]:
    """Return the banks whose questions an account may bring in and take out: banks belong to nobody."""
    return QuestionBank.objects.all() if may_add_questions(user) else QuestionBank.objects.none()


def may_regrade(user: Any) -> bool:
    """Tell whether the account may grade anew: moderators and administrators; it reaches protected people, so no police."""
    return has_role(user, Role.MODERATOR) and not is_law_enforcement(user)


def regradable_by(user: Any) -> QuerySet[Question]:
    """Return the questions whose key an account may change, or drop, for what was sat before; attitudes never count."""
    if not may_regrade(user):
        return Question.objects.none()
    return Question.objects.filter(kind=QuestionKind.KNOWLEDGE, items__isnull=False).distinct()


def markable_by(user: Any) -> QuerySet[Sitting]:
    """Return the handed-in sittings whose free texts an account may mark: of cohorts it leads, never protected ones."""
    if not has_role(user, Role.TRAINER):
        return Sitting.objects.none()
    cohorts = cohorts_led_by(user).exclude(audience__privacy_class=PrivacyClass.PROTECTED)
    found = Sitting.objects.filter(enrolment__cohort__in=cohorts, enrolment__learner__isnull=False)
    return found.exclude(enrolment__cohort_class=PrivacyClass.PROTECTED).filter(state=SittingState.SUBMITTED)


def may_publish_forms(user: Any) -> bool:
    """Tell whether the account may freeze a form: what learners sit passes a moderator."""
    return has_role(user, Role.MODERATOR)


def some_form(pk: int) -> TestForm:
    """Return a form; forms belong to nobody, so whoever may enter the bank may fetch each."""
    form: TestForm = get_object_or_404(TestForm.objects.select_related("instrument"), pk=pk)
    return form
