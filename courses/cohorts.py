"""What a trainer sees of a cohort: for each learner and step, done or not done; and the codes into it."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from courses.actions import plain_join_code
from courses.models import Cohort, Completion, EditionStep, Step
from courses.steps import doors
from people.codes import GROUP


@dataclass(frozen=True)
class ProgressRow:
    """A learner's handle and, step by step, whether it is done; None where this learner's edition does not ask for it."""

    enrolment: UUID
    handle: str
    is_synthetic: bool
    done: list[bool | None]


@dataclass(frozen=True)
class CodeRow:
    """A join code by its last four signs, which let nobody in, and how it stands."""

    id: UUID
    ending: str
    free: int
    expires_on: datetime.date
    is_withdrawn: bool
    is_expired: bool

    @property
    def is_usable(self) -> bool:
        """Tell whether somebody can still join with it."""
        return self.free > 0 and not self.is_withdrawn and not self.is_expired


@dataclass(frozen=True)
class ProgressTable:
    """The steps as column titles and one row per learner."""

    titles: list[str]
    rows: list[ProgressRow]


def progress_table(cohort: Cohort) -> ProgressTable:
    """Return who has done what in a cohort, by handle; a constant number of queries.

    A step with a pass mark is left out for a protected cohort: "done" would say that somebody passed.
    """
    kept = EditionStep.objects.filter(edition__terms__enrolment__cohort=cohort)
    asked = Q(is_retired=False) | Exists(kept.filter(step=OuterRef("pk")))
    steps = list(Step.objects.filter(asked, programme=cohort.programme_id).order_by("sort_order"))
    by_edition: dict[int, set[int]] = {}
    passed = {step.pk for step in steps if step.pass_mark is not None}
    for edition, step, pass_mark in kept.values_list("edition", "step", "pass_mark").distinct():
        by_edition.setdefault(edition, set()).add(step)
        passed |= {step} if pass_mark is not None else set()
    if cohort.is_protected:
        steps = [step for step in steps if step.pk not in passed]
    # Erased accounts leave an enrolment behind for the totals: nobody is there to be shown.
    present = cohort.enrolments.filter(learner__isnull=False)
    enrolments = list(present.select_related("learner", "terms").order_by("learner__handle"))
    done = set(Completion.objects.filter(enrolment__cohort=cohort).values_list("enrolment_id", "step_id"))
    titles = [str(door.title) for door in doors(enrolments[0], steps).values()] if enrolments else []
    now = {step.pk for step in steps if not step.is_retired}
    rows = []
    for one in enrolments:
        mine = by_edition.get(one.terms.edition_id, now) if hasattr(one, "terms") else now
        marks = [(one.pk, step.pk) in done if step.pk in mine else None for step in steps]
        rows.append(ProgressRow(one.pk, one.learner.handle, one.learner.is_synthetic, marks))
    return ProgressTable(titles, rows)


def code_rows(cohort: Cohort, on: datetime.date) -> list[CodeRow]:
    """Return the join codes of a cohort as they stand on a day, the last to expire first; one query."""
    return [
        CodeRow(
            id=code.pk,
            ending=plain_join_code(code)[-GROUP:],
            free=code.seats - code.used,
            expires_on=code.expires_on,
            is_withdrawn=code.is_revoked,
            is_expired=code.expires_on < on,
        )
        for code in cohort.join_codes.order_by("-expires_on", "pk")
    ]
