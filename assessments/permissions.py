"""Who may sit what: fetching is authorising."""

import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import get_object_or_404

from assessments.choices import Timing
from assessments.models import Response, Sitting, StepTest
from courses.models import Enrolment
from courses.plans import PlannedStep, plan_of

LATE = Q(timing=Timing.LATE)


def own_sitting(learner: Any, sitting_id: Any) -> Sitting:
    """Return the learner's own sitting; anybody else's does not exist."""
    found = Sitting.objects.of(learner).select_related("test__step", "form", "enrolment", "room")
    sitting: Sitting = get_object_or_404(found, pk=sitting_id)
    return sitting


def own_sitting_to_answer(learner: Any, sitting_id: Any, item: int) -> Sitting:
    """Return the learner's own sitting with `answered`, the number of its other items that are answered; one query."""
    newer = Response.objects.filter(
        sitting=OuterRef("sitting"), item=OuterRef("item"), sequence__gt=OuterRef("sequence")
    )
    others = Response.objects.filter(sitting=OuterRef("pk")).exclude(answer="").exclude(item=item).exclude(LATE)
    standing = others.filter(~Exists(newer.exclude(LATE))).order_by().values("sitting")
    counted = Subquery(standing.annotate(count=Count("pk")).values("count"))
    found = Sitting.objects.of(learner).annotate(answered=Coalesce(counted, 0))
    sitting: Sitting = get_object_or_404(found, pk=sitting_id)
    return sitting


def own_test(learner: Any, test_id: int, on: datetime.date) -> tuple[StepTest, Enrolment, PlannedStep]:
    """Return a test of a programme the learner is in, with where its step stands; otherwise it does not exist."""
    found = StepTest.objects.select_related("step__programme", "instrument")
    test = get_object_or_404(found, pk=test_id, step__programme__enrolments__learner=learner)
    enrolment = Enrolment.objects.get(learner=learner, programme_id=test.step.programme_id)
    planned = plan_of(enrolment, on).of(test.step.code)
    if planned is None:
        raise Http404
    return test, enrolment, planned
