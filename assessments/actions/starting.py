"""Starting a sitting: one form is drawn, one paper, and the terms of the learner's edition are kept with it."""

import datetime
import secrets

from django.db import IntegrityError, transaction
from django.db.models import Count, Max
from django.utils import timezone

from assessments.choices import FormKind, QuestionKind, SittingState, TypeCode
from assessments.draw import PoolItem, draw_form, draw_paper
from assessments.models import ExtraTime, Room, Sitting, StepTest, TestForm
from assessments.requirements import forms_for, pass_mark_for
from assessments.timing import end_of
from courses.models import Enrolment


class NotStartedError(Exception):
    """No sitting was started, and nothing was written."""


class NoFormError(NotStartedError):
    """The test has no published form yet."""


class AttemptsUsedError(NotStartedError):
    """As many sittings as the test allows have been started."""


class RoomNeededError(NotStartedError):
    """The test is supervised, and no open room of this learner's cohort was given."""


class OpenTextError(NotStartedError):
    """A form that asks for free text is never given in a protected cohort: its words could tell who wrote them."""


def start_sitting(
    enrolment: Enrolment,
    test: StepTest,
    *,
    language: str,
    at: datetime.datetime,
    room: Room | None = None,
    closes_on: datetime.date | None = None,
) -> Sitting:
    """Return the open sitting of a test, or start one with a form drawn for this learner.

    `room` is the open one whose code was typed, `closes_on` the last day on which the step is open to this learner.
    Two starts at once give one sitting: a unique constraint lets one of them through, the other reads it.
    Raises a NotStartedError, or BlueprintError where the pool of a drawn form is too small.
    """
    try:
        with transaction.atomic():
            found = Sitting.objects.filter(enrolment=enrolment, test=test, state=SittingState.OPEN).first()
            return found or _new_sitting(enrolment, test, language, at, _entered(enrolment, test, room), closes_on)
    except IntegrityError:
        return Sitting.objects.get(enrolment=enrolment, test=test, state=SittingState.OPEN)


def _entered(enrolment: Enrolment, test: StepTest, room: Room | None) -> Room | None:
    """Return the room, locked and still open: a room that is being closed waits, or lets nobody in. None: no room needed."""
    if not test.is_supervised:
        return None
    asked = Room.objects.open().filter(pk=room.pk if room else None, cohort=enrolment.cohort_id, test=test)
    found: Room | None = asked.select_for_update().first()
    if found is None:
        raise RoomNeededError
    return found


def _new_sitting(
    enrolment: Enrolment,
    test: StepTest,
    language: str,
    at: datetime.datetime,
    room: Room | None,
    closes_on: datetime.date | None,
) -> Sitting:
    form, number = _drawn(enrolment, test)
    if enrolment.cohort.is_protected and form.items.filter(question__type=TypeCode.OPEN_TEXT).exists():
        raise OpenTextError
    seed = secrets.randbelow(2**62)
    own = ExtraTime.objects.filter(enrolment=enrolment).values_list("minutes", flat=True) if test.minutes else ()
    return Sitting.objects.create(
        enrolment=enrolment,
        test=test,
        form=form,
        room=room,
        number=number,
        language=language,
        started_at=at,
        ends_at=end_of(at, test.minutes, sum(own), closes_on, timezone.get_default_timezone()),
        seed=seed,
        paper=paper_for(form, seed, shuffle=test.shuffle_items),
        pass_mark=pass_mark_for(enrolment, test),
    )


def _drawn(enrolment: Enrolment, test: StepTest) -> tuple[TestForm, int]:
    """Return the form this learner sits, balanced over the cohort and rotated over the waves, and the attempt's number."""
    mine = Sitting.objects.filter(enrolment=enrolment, test__instrument=test.instrument_id).order_by("started_at")
    number = (mine.filter(test=test).aggregate(last=Max("number"))["last"] or 0) + 1
    if test.attempts is not None and number > test.attempts:
        raise AttemptsUsedError
    forms = {form.letter: form for form in forms_for(enrolment, test)}
    if not forms:
        raise NoFormError
    taken = (
        Sitting.objects.filter(enrolment__cohort_id=enrolment.cohort_id, test=test, number=1)
        .values("form__letter")
        .annotate(count=Count("pk"))
        .values_list("form__letter", "count")
    )
    had = list(mine.values_list("form__letter", flat=True))
    return forms[draw_form(list(forms), had, dict(taken), seed=f"{enrolment.pk}:{test.pk}")], number


def paper_for(form: TestForm, seed: int, *, shuffle: bool) -> list[int]:
    """Return the ids of the items on one paper of a form, in their order; one or two queries.

    Items about behaviour are asked in the blind ballot, never on the paper. Raises BlueprintError.
    """
    items = form.items.exclude(question__kind=QuestionKind.BEHAVIOUR).exclude(is_dropped=True)
    pool = [
        PoolItem(item, topic or "", is_anchor, family)
        for item, topic, is_anchor, family in items.values_list(
            "pk", "question__topic__code", "is_anchor", "question__family"
        )
    ]
    rows = None
    if form.kind == FormKind.BLUEPRINT:
        rows = dict(form.rows.values_list("topic__code", "count"))
    return draw_paper(pool, rows, seed, shuffle=shuffle)
