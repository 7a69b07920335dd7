"""Handing in: a sitting counts once, with a score stored so that no report reads answers."""

import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from assessments.choices import Ending, SittingState, Timing
from assessments.definitions import definition_of
from assessments.grading import Answer, Grade, GradedItem, grade, passes, standing_answers
from assessments.models import Item, Score, Sitting
from assessments.timing import Clock, ended_at, ending_at, has_run_out
from courses.actions import complete_step


def clock_of(sitting: Sitting) -> Clock:
    """Return what the rule of timing looks at; a query where the room is not fetched with the sitting."""
    closed_at = sitting.room.closed_at if sitting.room else None
    is_submitted = sitting.state == SittingState.SUBMITTED
    return Clock(sitting.ends_at, sitting.ending, closed_at, sitting.late_accepted, is_submitted)


def hand_in(sitting: Sitting, *, at: datetime.datetime) -> bool:
    """End a sitting `at` the moment, on the day and in the way that the rule of timing says; True for whoever did it.

    Serves the learner's button, the clock that has run out and the room that was closed: whichever moved the row first.
    """
    clock = clock_of(sitting)
    on = timezone.localdate(ended_at(clock, at))
    return submit(sitting, on=on, ending=ending_at(clock, at))


def hand_in_if_over(sitting: Sitting, *, at: datetime.datetime) -> bool:
    """End a sitting whose time or room is over; tell whether no answer is taken on time any more."""
    if sitting.state != SittingState.OPEN:
        return True
    is_over = has_run_out(clock_of(sitting), at)
    if is_over:
        hand_in(sitting, at=at)
    return is_over


@transaction.atomic
def submit(sitting: Sitting, *, on: datetime.date, ending: Ending = Ending.HANDED_IN) -> bool:
    """Submit a sitting and store its score; True for whoever did it, False for every repeat.

    The state moves by a conditional update, and only the one that moved it writes the score. The update waits for an
    answer that is being saved, so the last committed answer is in the score.
    """
    moved = Sitting.objects.filter(pk=sitting.pk, state=SittingState.OPEN).update(
        state=SittingState.SUBMITTED, submitted_on=on, ending=ending
    )
    if not moved:
        return False
    add_score(sitting, on=on)
    return True


def add_score(sitting: Sitting, *, on: datetime.date) -> Score:
    """Grade a submitted sitting as it stands now and add the score as its newest version; a pass completes the step."""
    result = grade_of(sitting)
    last = sitting.scores.aggregate(last=Max("version"))["last"] or 0
    score: Score = Score.objects.create(
        sitting=sitting,
        version=last + 1,
        points=result.points,
        max_points=result.max_points,
        by_topic={topic: list(pair) for topic, pair in result.by_topic.items()},
    )
    if passes(result.points, result.max_points, sitting.pass_mark):
        complete_step(sitting.enrolment, sitting.test.step, on=on)
    return score


def grade_of(sitting: Sitting) -> Grade:
    """Grade the answers that stand; four queries. A late answer counts once it is accepted."""
    kept = sitting.responses.all() if sitting.late_accepted else sitting.responses.exclude(timing=Timing.LATE)
    answers = [Answer(*row) for row in kept.values_list("item_id", "answer", "sequence")]
    return grade(graded_items(sitting), standing_answers(answers))


def graded_items(sitting: Sitting) -> list[GradedItem]:
    """Return the items of a sitting's paper as grading sees them; dropped ones are left out."""
    items = Item.objects.filter(form_id=sitting.form_id, is_dropped=False).select_related("question__topic")
    if sitting.paper:
        items = items.filter(pk__in=sitting.paper)
    marks = dict(sitting.marks.values_list("item_id", "points"))
    return [
        GradedItem(
            one.pk,
            definition_of(one.question, one.question.wordings.all()),
            one.question.topic.code if one.question.topic else "",
            marks.get(one.pk),
        )
        for one in items.prefetch_related("question__wordings")
    ]
