"""How long single answers are kept: until nobody can need them. Points and points by topic stay with the score."""

import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from assessments.choices import SittingState, Wave
from assessments.models import Response, Score, Sitting
from courses.models import Enrolment
from courses.plans import rule_of
from courses.progress import add_months, standing


def forget_answers(on: datetime.date) -> int:
    """Delete answers whose time is over; return how many rows went. A sitting without a score keeps its answers.

    Answers of the yearly exam last so many months from the day it was handed in. Answers of the other waves last so
    many days after the follow-up test has closed for this person; where a programme has none, as long as an exam's.
    """
    scored = Sitting.objects.filter(Exists(Score.objects.filter(sitting=OuterRef("pk"))), state=SittingState.SUBMITTED)
    old = add_months(on, -settings.RETENTION["EXAM_ANSWERS_MONTHS"])
    gone = _delete(scored.filter(submitted_on__lt=old))
    waiting = scored.exclude(test__wave=Wave.ANNUAL).filter(Exists(Response.objects.filter(sitting=OuterRef("pk"))))
    people = Enrolment.objects.filter(pk__in=waiting.values("enrolment")).select_related("programme")
    for enrolment in people.iterator():
        if _follow_up_is_over(enrolment, on):
            gone += _delete(waiting.filter(enrolment=enrolment))
    return gone


def _follow_up_is_over(enrolment: Enrolment, on: datetime.date) -> bool:
    """Tell whether so many days have passed since the follow-up closed for this person, taken or not."""
    steps = list(enrolment.programme.steps.select_related("test"))
    codes = {step.pk: step.code for step in steps}
    done = {codes[step]: day for step, day in enrolment.completions.values_list("step_id", "completed_on")}
    closings = [
        # As if it had not been taken: a step that is done has no closing day any more.
        standing(rule_of(step, codes), {code: day for code, day in done.items() if code != step.code}, on).closes_on
        for step in steps
        if hasattr(step, "test") and step.test.wave == Wave.FOLLOW_UP
    ]
    days = datetime.timedelta(days=settings.RETENTION["ANSWERS_DAYS"])
    return bool(closings) and all(closing is not None and closing + days < on for closing in closings)


def _delete(sittings: QuerySet[Sitting]) -> int:
    rows = Response.objects.filter(sitting__in=sittings)
    return int(rows._raw_delete(rows.db))
