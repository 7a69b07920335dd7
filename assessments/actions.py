"""What can be done in a sitting: start it, save an answer, submit it. Each counts once."""

import datetime
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Max

from assessments.choices import SittingState
from assessments.draw import draw_form
from assessments.grading import Answer, Grade, GradedItem, grade, passes, standing_answers
from assessments.models import Item, Response, Score, Sitting, StepTest
from courses.actions import complete_step
from courses.models import Enrolment

PAGE_STRIDE = 1_000_000


@dataclass(frozen=True)
class Saved:
    """What became of an answer: the moment it was committed, and whether another one stands instead."""

    at: datetime.datetime
    is_overtaken: bool


class SittingClosedError(Exception):
    """The sitting was submitted, or its time is over: no answer is taken any more."""


def start_sitting(enrolment: Enrolment, test: StepTest, *, language: str, at: datetime.datetime) -> Sitting:
    """Return the open sitting of a test, or start one with a form drawn for this learner.

    Two starts at once give one sitting: a unique constraint lets one of them through, the other reads it.
    """
    try:
        with transaction.atomic():
            found = Sitting.objects.filter(enrolment=enrolment, test=test, state=SittingState.OPEN).first()
            return found or _new_sitting(enrolment, test, language, at)
    except IntegrityError:
        return Sitting.objects.get(enrolment=enrolment, test=test, state=SittingState.OPEN)


def _new_sitting(enrolment: Enrolment, test: StepTest, language: str, at: datetime.datetime) -> Sitting:
    forms = {form.letter: form for form in test.instrument.forms.all()}
    mine = Sitting.objects.filter(enrolment=enrolment, test__instrument=test.instrument).order_by("started_at")
    taken = (
        Sitting.objects.filter(enrolment__cohort_id=enrolment.cohort_id, test=test, number=1)
        .values("form__letter")
        .annotate(count=Count("pk"))
        .values_list("form__letter", "count")
    )
    had = list(mine.values_list("form__letter", flat=True))
    letter = draw_form(list(forms), had, dict(taken), seed=f"{enrolment.pk}:{test.pk}")
    number = (mine.filter(test=test).aggregate(last=Max("number"))["last"] or 0) + 1
    ends_at = at + datetime.timedelta(minutes=test.minutes) if test.minutes else None
    return Sitting.objects.create(
        enrolment=enrolment,
        test=test,
        form=forms[letter],
        number=number,
        language=language,
        started_at=at,
        ends_at=ends_at,
    )


@transaction.atomic
def open_page(sitting: Sitting) -> int:
    """Give a page its number, from which the sequence of its answers starts.

    The row stays locked between the count and the reading, so that two pages opened at once cannot tie.
    """
    Sitting.objects.filter(pk=sitting.pk).update(pages_opened=F("pages_opened") + 1)
    sitting.refresh_from_db(fields=["pages_opened"])
    return sitting.pages_opened * PAGE_STRIDE


@transaction.atomic
def save_answer(
    sitting: Sitting, item: Item, choice: str, *, sequence: int, come_back: bool, at: datetime.datetime
) -> Saved:
    """Add an answer; saving the same one again changes nothing. Raises SittingClosedError after the end.

    The state is read inside the transaction: no answer slips in behind a submission.
    """
    current = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if current.state != SittingState.OPEN or (current.ends_at is not None and at > current.ends_at):
        raise SittingClosedError
    row, _made = Response.objects.get_or_create(
        sitting=sitting,
        item=item,
        sequence=sequence,
        defaults={"choice": choice, "come_back": come_back, "saved_at": at},
    )
    newer = Response.objects.filter(sitting=sitting, item=item, sequence__gt=sequence).exists()
    # A page fetched from a browser's history sends its old number with a new answer: that one is not saved.
    return Saved(row.saved_at, newer or (row.choice, row.come_back) != (choice, come_back))


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
    if passes(result.points, result.max_points, step.pass_mark):
        complete_step(sitting.enrolment, step, on=on)
    return True


def grade_of(sitting: Sitting) -> Grade:
    """Grade the answers that stand; two queries."""
    items = Item.objects.filter(form_id=sitting.form_id).select_related("question__topic")
    answers = [Answer(*row) for row in sitting.responses.values_list("item_id", "choice", "sequence")]
    graded = [
        GradedItem(one.pk, one.question.key, one.question.topic.code if one.question.topic else "") for one in items
    ]
    return grade(graded, standing_answers(answers))
