"""What a trainer sees of a cohort: for each learner and step, done or not done."""

from dataclasses import dataclass

from courses.models import Cohort, Completion, Step
from courses.steps import doors


@dataclass(frozen=True)
class ProgressRow:
    """A learner's handle and, step by step, whether it is done."""

    handle: str
    is_synthetic: bool
    done: list[bool]


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
    enrolments = list(
        cohort.enrolments.filter(learner__isnull=False).select_related("learner").order_by("learner__handle")
    )
    done = set(Completion.objects.filter(enrolment__cohort=cohort).values_list("enrolment_id", "step_id"))
    titles = [str(door.title) for door in doors(enrolments[0], steps).values()] if enrolments else []
    rows = [
        ProgressRow(one.learner.handle, one.learner.is_synthetic, [(one.pk, step.pk) in done for step in steps])
        for one in enrolments
    ]
    return ProgressTable(titles, rows)
