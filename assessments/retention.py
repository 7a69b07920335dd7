"""How long single answers are kept: until nobody can need them. Points and points by topic stay with the score."""

import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from assessments.choices import SittingState, Wave
from assessments.models import Response, Room, Score, Sitting, StepTest
from courses.models import Enrolment
from courses.plans import closing_days
from courses.progress import add_months


def forget_answers(on: datetime.date) -> int:
    """Delete answers whose time is over; return how many rows went. A sitting without a score keeps its answers.

    Answers of the yearly exam last so many months from the day it was handed in. Answers of the other waves last so
    many days after the follow-up test has closed for this person; where a programme has none, as long as an exam's.
    """
    scored = Sitting.objects.filter(Exists(Score.objects.filter(sitting=OuterRef("pk"))), state=SittingState.SUBMITTED)
    old = add_months(on, -settings.RETENTION["EXAM_ANSWERS_MONTHS"])
    gone = _delete(scored.filter(submitted_on__lt=old))
    waiting = scored.exclude(test__wave=Wave.ANNUAL).filter(Exists(Response.objects.filter(sitting=OuterRef("pk"))))
    people = Enrolment.objects.filter(pk__in=waiting.values("enrolment"))
    for enrolment in people.iterator():
        if _follow_up_is_over(enrolment, on):
            gone += _delete(waiting.filter(enrolment=enrolment))
    return gone


def forget_rooms(on: datetime.date) -> int:
    """Delete rooms that were closed more than so many days ago: who sat with whom; return how many. Sittings stay."""
    last = timezone.make_aware(datetime.datetime.combine(on, datetime.time()))
    days = datetime.timedelta(days=settings.RETENTION["ANSWERS_DAYS"])
    old = Room.objects.filter(closed_at__lt=last - days)
    count = old.count()
    old.delete()
    return count


def _follow_up_is_over(enrolment: Enrolment, on: datetime.date) -> bool:
    """Tell whether so many days have passed since the follow-up closed for this person, taken or not."""
    follow_ups = StepTest.objects.filter(step__programme=enrolment.programme_id, wave=Wave.FOLLOW_UP)
    closing = closing_days(enrolment, on)
    closings = [closing[code] for code in follow_ups.values_list("step__code", flat=True)]
    days = datetime.timedelta(days=settings.RETENTION["ANSWERS_DAYS"])
    return bool(closings) and all(day is not None and day + days < on for day in closings)


def _delete(sittings: QuerySet[Sitting]) -> int:
    rows = Response.objects.filter(sitting__in=sittings)
    return int(rows._raw_delete(rows.db))
