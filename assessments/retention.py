"""How long single answers are kept: until nobody can need them. Points and points by topic stay with the score."""

import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from assessments.choices import SittingState, Wave
from assessments.models import BallotBox, Mark, Response, Score, Sitting
from courses.models import Enrolment
from courses.plans import plan_of, rule_of
from courses.progress import Standing, State, add_months, standing


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
    # A mark is the result of a single item, like an answer; its points are in the score.
    Mark.objects.filter(sitting__in=sittings).delete()
    return int(rows._raw_delete(rows.db))


def forget_boxes(on: datetime.date) -> int:
    """Drop ballots that wait for a fifth which can no longer come, unopened; return from how many cohorts' boxes."""
    waiting = BallotBox.objects.filter(count__gt=0).select_related("cohort", "test__step")
    over = [box.pk for box in waiting if _wave_is_over(box, on)]
    return BallotBox.objects.filter(pk__in=over).update(sealed="", count=0)


def _wave_is_over(box: BallotBox, on: datetime.date) -> bool:
    """Tell whether nobody of a cohort can hand in this test any more, in this year's window where it has one."""
    cohort, step = box.cohort, box.test.step
    last = cohort.ends_on or add_months(cohort.starts_on, settings.RETENTION["EXAM_ANSWERS_MONTHS"])
    people = cohort.enrolments.filter(learner__isnull=False).select_related("programme")
    planned = (plan_of(enrolment, on).of(step.code) for enrolment in people)
    return all(one is None or _is_past(one.standing, bool(step.window), last < on) for one in planned)


def _is_past(one: Standing, has_window: bool, cohort_is_over: bool) -> bool:
    """Tell whether a person can no longer hand in. Without a day on which it closes, the cohort's end decides."""
    if one.state is State.WAITING:
        return has_window
    if one.state is State.LOCKED or (one.state is State.OPEN and one.closes_on is None):
        return cohort_is_over
    return one.state is not State.OPEN
