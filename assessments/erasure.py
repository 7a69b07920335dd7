"""What tests keep of somebody who erased the account: points of each wave, so that totals stay true."""

import datetime
import uuid

from django.utils import timezone

from assessments.choices import SittingState
from assessments.models import Mark, QuestionnaireResponse, Response, Score, Sitting
from people.actions import month_of
from people.erasure import register
from people.models import User


def let_go(user: User) -> None:
    """Delete answers and unfinished sittings; finished ones keep test, points and month under a new id.

    The old id stood in the address bar of the learner's own phone. Blind ballots stay: nobody can tell whose they are.
    """
    mine = Sitting.objects.filter(enrolment__learner=user)
    Response.objects.filter(sitting__in=mine).delete()
    Mark.objects.filter(sitting__in=mine).delete()
    QuestionnaireResponse.objects.filter(enrolment__learner=user).delete()
    if user.is_demonstration or user.is_synthetic:
        mine.delete()
        return
    for sitting in mine.filter(state=SittingState.SUBMITTED):
        _leave_points(sitting)
    mine.filter(state=SittingState.OPEN).delete()


def _leave_points(sitting: Sitting) -> None:
    old, sitting_scores = sitting.pk, list(Score.objects.filter(sitting=sitting))
    month = month_of(sitting.submitted_on or timezone.localdate())
    Sitting.objects.filter(pk=old).delete()
    sitting.pk, sitting.pages_opened, sitting.submitted_on, sitting.ends_at = uuid.uuid4(), 0, month, None
    sitting.started_at = timezone.make_aware(datetime.datetime.combine(month, datetime.time()))
    sitting.save(force_insert=True)
    Score.objects.bulk_create(
        Score(sitting=sitting, version=one.version, points=one.points, max_points=one.max_points, by_topic=one.by_topic)
        for one in sitting_scores
    )


register("assessments", let_go)
