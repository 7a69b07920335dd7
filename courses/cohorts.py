"""What a trainer sees of a cohort: for each learner and step, done or not done; and the codes into it."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from courses.actions import plain_join_code
from courses.models import Cohort, Completion, Step
from courses.steps import doors
from people.codes import GROUP


@dataclass(frozen=True)
class ProgressRow:
    """A learner's handle and, step by step, whether it is done."""

    enrolment: UUID
    handle: str
    is_synthetic: bool
    done: list[bool]


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
    steps = list(Step.objects.filter(programme=cohort.programme_id).order_by("sort_order"))
    if cohort.is_protected:
        steps = [step for step in steps if step.pass_mark is None]
    # Erased accounts leave an enrolment behind for the totals: nobody is there to be shown.
    present = cohort.enrolments.filter(learner__isnull=False)
    enrolments = list(present.select_related("learner").order_by("learner__handle"))
    done = set(Completion.objects.filter(enrolment__cohort=cohort).values_list("enrolment_id", "step_id"))
    titles = [str(door.title) for door in doors(enrolments[0], steps).values()] if enrolments else []
    rows = [
        ProgressRow(one.pk, one.learner.handle, one.learner.is_synthetic, [(one.pk, step.pk) in done for step in steps])
        for one in enrolments
    ]
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
