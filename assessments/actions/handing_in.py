"""Handing in: a sitting counts once, with a score stored so that no report reads answers."""

import datetime

from django.db import transaction

from assessments.choices import SittingState, Timing
from assessments.definitions import definition_of
from assessments.grading import Answer, Grade, GradedItem, grade, passes, standing_answers
from assessments.models import Item, Score, Sitting
from courses.actions import complete_step


@transaction.atomic
def submit(sitting: Sitting, *, on: datetime.date) -> bool:
    """Submit a sitting and store its score; True for whoever did it, False for every repeat.

    The state moves by a conditional update, and only the one that moved it writes the score.
    """
    moved = Sitting.objects.filter(pk=sitting.pk, state=SittingState.OPEN).update(
        state=SittingState.SUBMITTED, submitted_on=on
    )
    if not moved:
        return False
    result = grade_of(sitting)
    Score.objects.create(
        sitting=sitting,
        points=result.points,
        max_points=result.max_points,
        by_topic={topic: list(pair) for topic, pair in result.by_topic.items()},
    )
    step = sitting.test.step
    if passes(result.points, result.max_points, sitting.pass_mark):
        complete_step(sitting.enrolment, step, on=on)
    return True


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
