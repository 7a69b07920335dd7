"""What can be done in a programme: make codes and rights, join, finish a lesson, complete a step."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from wagtail.models import Page

from courses.choices import CohortRole
from courses.desk.actions import see_changes
from courses.editions import digest_of, frozen_rows
from courses.lessons import lessons_in, steps_served_by
from courses.listeners import tell_step_completed
from courses.models import (
    Cohort,
    CohortStaff,
    Completion,
    Edition,
    EditionStep,
    Enrolment,
    Extension,
    JoinCode,
    LessonCompletion,
    Programme,
    Step,
    Terms,
)
from courses.permissions import LessonAccess, lesson_access, nameable_by
from courses.requirements import parts_of
from people.audit import record
from people.choices import Deed
from people.codes import code_digest, derived_code
from people.handles import tidy
from people.models import User

JOIN_PURPOSE = "join"
JOIN_LENGTH = 12


class NoSeatError(Exception):
    """The join code can no longer be used: its seats are taken, it expired or was withdrawn."""


class AlreadyEnrolledError(Exception):
    """The learner is in this programme already."""


class NotNameableError(Exception):
    """No right can be given to whoever was named; why is not told apart."""


@transaction.atomic
def make_join_codes(cohort: Cohort, *, count: int, seats: int, expires_on: datetime.date, by: User) -> list[JoinCode]:
    """Make several join codes for a cohort, all or none, and record that they were made."""
    record(by, Deed.MADE_CODES, cohort)
    return [create_join_code(cohort, seats=seats, expires_on=expires_on) for _ in range(count)]


def create_join_code(cohort: Cohort, *, seats: int, expires_on: datetime.date) -> JoinCode:
    """Make a join code for a cohort; only a digest of it is stored."""
    code = JoinCode(cohort=cohort, seats=seats, expires_on=expires_on)
    code.digest = code_digest(settings.CODE_KEY, JOIN_PURPOSE, plain_join_code(code))
    code.save(force_insert=True)
    return code


def plain_join_code(code: JoinCode) -> str:
    """Return the code as it is printed: derived from the id, so that it can be printed again."""
    return derived_code(settings.CODE_KEY, JOIN_PURPOSE, str(code.pk), JOIN_LENGTH)


def find_join_code(typed: str, on: datetime.date) -> JoinCode | None:
    """Return the usable join code somebody typed, or None; why it fails is not told apart."""
    digest = code_digest(settings.CODE_KEY, JOIN_PURPOSE, typed)
    found: JoinCode | None = JoinCode.objects.usable(on).select_related("cohort").filter(digest=digest).first()
    return found


@transaction.atomic
def withdraw_join_code(code: JoinCode, *, by: User) -> bool:
    """Withdraw a join code; True for whoever did it, False for every repeat. Who joined with it stays."""
    withdrawn = JoinCode.objects.filter(pk=code.pk, is_revoked=False).update(is_revoked=True)
    if withdrawn:
        record(by, Deed.WITHDREW_CODE, code.cohort)
    return bool(withdrawn)


@transaction.atomic
def name_peer_trainer(cohort: Cohort, handle: str, *, by: User) -> CohortStaff:
    """Give a learner the right of a peer trainer over a cohort; once, however often it is asked for.

    Raises NotNameableError alike for a name that nobody has, that `by` does not know, and that the wall refuses.
    """
    named = nameable_by(by, cohort).filter(handle=tidy(handle)).first()
    if named is None:
        raise NotNameableError
    try:
        with transaction.atomic():
            right, made = CohortStaff.objects.get_or_create(
                cohort=cohort, user=named, defaults={"role": CohortRole.PEER_TRAINER}
            )
    except IntegrityError as error:  # the wall in the database
        raise NotNameableError from error
    if made:
        record(by, Deed.GAVE_RIGHT, cohort)
    return right


@transaction.atomic
def take_right_back(cohort: Cohort, right_id: int, *, by: User) -> bool:
    """Take a peer trainer's right over a cohort back; True for whoever did it, False for every repeat."""
    rights = CohortStaff.objects.filter(pk=right_id, cohort=cohort, role=CohortRole.PEER_TRAINER)
    taken, _details = rights.delete()
    if taken:
        record(by, Deed.TOOK_RIGHT, cohort)
    return bool(taken)


@transaction.atomic
def enrol(learner: Any, cohort: Cohort, *, code: JoinCode | None, on: datetime.date) -> Enrolment:
    """Enrol a learner and take a seat; raises NoSeatError or AlreadyEnrolledError, and then nothing is written.

    The seat is taken by a conditional update: of two people at the last seat, one gets it.
    """
    if code is not None and not JoinCode.objects.usable(on).filter(pk=code.pk).update(used=F("used") + 1):
        raise NoSeatError
    try:
        with transaction.atomic():
            made = Enrolment.objects.create(learner=learner, cohort=cohort, programme_id=cohort.programme_id)
    except IntegrityError as error:
        raise AlreadyEnrolledError from error
    Terms.objects.create(enrolment=made, edition=current_edition(cohort.programme, on=on))
    return made


@transaction.atomic
def current_edition(programme: Programme, *, on: datetime.date) -> Edition:
    """Return the edition of what the programme requires now: the last one, or the next where anything was changed."""
    steps = list(Step.objects.filter(programme=programme).current().select_related("page", "after"))
    parts = parts_of(programme, steps)
    digest = digest_of(steps, parts)
    last = Edition.objects.filter(programme=programme).order_by("-number").first()
    if last is not None and last.digest == digest:
        return last
    fields = {"made_on": on, "digest": digest, "parts": parts}
    number = last.number + 1 if last else 1
    # Of two who join at once, one makes it; the other finds the same.
    edition, made = Edition.objects.get_or_create(programme=programme, number=number, defaults=fields)
    if made:
        EditionStep.objects.bulk_create(frozen_rows(edition, steps))
    return edition


@transaction.atomic
def keep_terms(programme: Programme, *, on: datetime.date) -> int:
    """Hold everybody who has no edition yet to the programme as it stands; to be called before anything is changed.

    Returns how many there were. Whoever joined by `enrol` has an edition.
    """
    found = Enrolment.objects.filter(programme=programme, terms__isnull=True)
    if not found.exists():
        return 0
    edition = current_edition(programme, on=on)
    return len(Terms.objects.bulk_create([Terms(enrolment=one, edition=edition) for one in found], batch_size=500))


@transaction.atomic
def give_extension(
    enrolment: Enrolment, step: Step, *, opens_on: datetime.date | None, closes_on: datetime.date, by: User
) -> Extension:
    """Give a learner days of their own for a step: open longer, or, with `opens_on`, open once more. The last gift stands.

    The audit names the cohort, never the learner. Raises ValidationError where the days are the wrong way round.
    """
    given = Extension(enrolment=enrolment, step=step, opens_on=opens_on, closes_on=closes_on)
    given.validate_constraints(exclude={"enrolment", "step"})
    days = {"opens_on": opens_on, "closes_on": closes_on}
    found, _made = Extension.objects.update_or_create(enrolment=enrolment, step=step, defaults=days)
    record(by, Deed.GAVE_TIME, enrolment.cohort)
    return found


@transaction.atomic
def take_extension_back(cohort: Cohort, extension_id: int, *, by: User) -> bool:
    """Take days of one's own back from a learner of the cohort; True for whoever did it, False for every repeat."""
    taken, _details = Extension.objects.filter(pk=extension_id, enrolment__cohort=cohort).delete()
    if taken:
        record(by, Deed.TOOK_TIME, cohort)
    return bool(taken)


@transaction.atomic
def complete_step(enrolment: Enrolment, step: Step, *, on: datetime.date) -> bool:
    """Complete a step once; True for whoever did it, False for every repeat. Listeners hear it inside the transaction."""
    _row, made = Completion.objects.get_or_create(enrolment=enrolment, step=step, defaults={"completed_on": on})
    if made:
        tell_step_completed(enrolment, step)
    return made


@transaction.atomic
def sign_off_session(
    cohort: Cohort, page: Page, enrolments: Sequence[Any], *, by: User, on: datetime.date
) -> tuple[list[Enrolment], list[Enrolment]]:
    """Finish a session in a room for learners of a cohort who were there; a repeat changes nothing.

    Returns those for whom it is finished, and those for whom it is not open yet and stays as it is. The audit names the
    cohort, never a learner.
    """
    signed, waiting = [], []
    for enrolment in cohort.enrolments.filter(pk__in=enrolments, learner__isnull=False).select_related("learner"):
        if lesson_access(enrolment.learner, page, on) is LessonAccess.LEARNER:
            complete_lesson(enrolment.learner, page, on=on)
            signed.append(enrolment)
        else:
            waiting.append(enrolment)
    if signed:
        record(by, Deed.SIGNED_SESSION, cohort)
    return signed, waiting


@transaction.atomic
def complete_lesson(learner: Any, page: Page, *, on: datetime.date) -> list[Step]:
    """Finish a lesson and complete each step whose lessons are now all finished; return those steps."""
    LessonCompletion.objects.get_or_create(
        learner=learner, lesson_key=page.translation_key, defaults={"completed_on": on}
    )
    see_changes(learner, page)
    completed = []
    for step in steps_served_by(page, learner):
        wanted = set(lessons_in(step.page).values_list("translation_key", flat=True))
        if not wanted:
            continue
        finished = LessonCompletion.objects.filter(learner=learner, lesson_key__in=wanted).count()
        if finished == len(wanted):
            enrolment = Enrolment.objects.get(learner=learner, programme_id=step.programme_id)
            if complete_step(enrolment, step, on=on):
                completed.append(step)
    return completed
