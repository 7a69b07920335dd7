"""Marking a free text: a person gives whole points, and the score follows in a new version."""

import datetime

from django.db import transaction

from assessments.actions.handing_in import grade_of
from assessments.choices import SittingState
from assessments.grading import Grade, passes
from assessments.marks import most_of, standing_texts
from assessments.models import Item, Mark, Score, Sitting
from courses.actions import complete_step
from people.audit import record
from people.choices import Deed, PrivacyClass
from people.models import User


class NotMarkableError(ValueError):
    """There is no such answer to mark, or nobody may: it is not handed in, not kept, or of somebody protected."""


class TooManyPointsError(ValueError):
    """More points than the item can give, or fewer than none."""


@transaction.atomic
def mark_answer(sitting: Sitting, item: Item, points: int, *, by: User, on: datetime.date) -> bool:
    """Give a free text its points, or others than before; True where that changed something, False for a repeat.

    The score gets its next version where it differs; whoever reaches the mark now has completed the step.
    Raises NotMarkableError and TooManyPointsError, and then nothing is written.
    """
    locked = (
        Sitting.objects.select_for_update(of=("self",)).select_related("enrolment", "test__step").get(pk=sitting.pk)
    )
    is_protected = locked.enrolment.cohort_class == PrivacyClass.PROTECTED
    if is_protected or locked.state != SittingState.SUBMITTED:
        raise NotMarkableError
    if not standing_texts([locked.pk]).get((locked.pk, item.pk)):
        raise NotMarkableError
    if not 0 <= points <= most_of(item):
        raise TooManyPointsError
    if Mark.objects.filter(sitting=locked, item=item, points=points).exists():
        return False
    fields = {"points": points, "marked_by": by, "marked_on": on}
    Mark.objects.update_or_create(sitting=locked, item=item, defaults=fields)
    result = grade_of(locked)
    add_score(locked, result)
    if passes(result.points, result.max_points, locked.pass_mark):
        complete_step(locked.enrolment, locked.test.step, on=on)
    record(by, Deed.MARKED, locked.test)
    return True


def add_score(sitting: Sitting, result: Grade) -> bool:
    """Add the next version of a score where it differs from the one that stands; the sitting's row is locked."""
    topics = {topic: list(pair) for topic, pair in result.by_topic.items()}
    last = sitting.scores.order_by("version").last()
    if last is not None and (last.points, last.max_points, last.by_topic) == (result.points, result.max_points, topics):
        return False
    Score.objects.create(
        sitting=sitting,
        version=last.version + 1 if last else 1,
        points=result.points,
        max_points=result.max_points,
        by_topic=topics,
    )
    return True
