"""Who may do what in courses: one rule gives the predicate and the filter, so that they cannot differ."""

import datetime
from enum import Enum, auto
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from courses.lessons import steps_served_by
from courses.models import Cohort, Enrolment
from courses.plans import plan_of
from people.choices import PrivacyClass, Role
from people.permissions import has_role, is_law_enforcement


class LessonAccess(Enum):
    """How somebody may meet a lesson."""

    LEARNER = auto()
    VISITOR = auto()  # a sample, or staff: read, nothing is kept
    LOCKED = auto()
    SIGN_IN = auto()
    STRANGER = auto()


def lesson_access(user: Any, page: Page, on: datetime.date) -> LessonAccess:
    """Say how an account meets a lesson or the course around it on a day."""
    is_sample = getattr(page, "is_sample", False)
    if not user.is_authenticated:
        return LessonAccess.VISITOR if is_sample else LessonAccess.SIGN_IN
    asked = list(steps_served_by(page, user))
    if not asked:
        is_staff = has_role(user, Role.AUTHOR, Role.MODERATOR, Role.TRAINER)
        return LessonAccess.VISITOR if is_sample or is_staff else LessonAccess.STRANGER
    enrolments = Enrolment.objects.of(user).filter(programme_id__in={step.programme_id for step in asked})
    for enrolment in enrolments:
        standing = plan_of(enrolment, on)
        wanted = {step.code for step in asked if step.programme_id == enrolment.programme_id}
        if any(one.step.code in wanted and (one.is_open or one.is_done) for one in standing.steps):
            return LessonAccess.LEARNER
    return LessonAccess.VISITOR if is_sample else LessonAccess.LOCKED


def cohorts_seen_by(user: Any) -> QuerySet[Cohort]:
    """Return the cohorts whose people and progress an account may see: its own, and never a protected one for police."""
    if not user.is_authenticated:
        return Cohort.objects.none()
    found = Cohort.objects.looked_after_by(user)
    if is_law_enforcement(user):
        found = found.exclude(audience__privacy_class=PrivacyClass.PROTECTED)
    return found.select_related("audience", "programme", "organisation")


def may_see_cohort(user: Any, cohort: Cohort) -> bool:
    """Tell whether the account may see the cohort."""
    return cohorts_seen_by(user).filter(pk=cohort.pk).exists()
