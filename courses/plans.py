"""Where a learner stands in a programme: the queries around the pure rules of `progress`."""

import datetime
from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q, Subquery

from courses.editions import FROZEN
from courses.models.cohorts import Enrolment
from courses.models.editions import Terms
from courses.models.programmes import Step
from courses.progress import OwnDays, Rule, Standing, State, next_step, plan, standing


@dataclass(frozen=True)
class PlannedStep:
    """A step with its standing for one learner."""

    step: Step
    standing: Standing

    @property
    def is_done(self) -> bool:
        """Tell whether it is completed."""
        return self.standing.state is State.DONE

    @property
    def is_open(self) -> bool:
        """Tell whether it can be done now."""
        return self.standing.state is State.OPEN


@dataclass(frozen=True)
class LearnerPlan:
    """All steps of an enrolment in order, and the one to do now."""

    enrolment: Enrolment
    steps: list[PlannedStep]
    now: PlannedStep | None

    def of(self, code: str) -> PlannedStep | None:
        """Return the step called `code`, or None."""
        return next((one for one in self.steps if one.step.code == code), None)


def rule_of(step: Step, codes: dict[int, str]) -> Rule:
    """Return a step as the pure plan sees it; `codes` maps step ids to codes.

    The learner's own days are those that `steps_of` fetched with the step; a step fetched otherwise has none.
    """
    closes_on = getattr(step, "own_closes_on", None)
    return Rule(
        code=step.code,
        opening=step.opening,
        after=codes.get(step.after_id) if step.after_id else None,
        offset_months=step.offset_months,
        offset_days=step.offset_days,
        open_days=step.open_days,
        window=step.window,
        own=OwnDays(closes_on, getattr(step, "own_opens_on", None)) if closes_on else None,
    )


def steps_of(enrolment: Enrolment) -> list[Step]:
    """Return the steps of an enrolment in order, as its edition has them; one query.

    Each comes with the days this learner was given for it, and with the key that its page has in every language. An
    enrolment without an edition has the steps as they stand. The steps are to be read, never saved.
    """
    held = Subquery(Terms.objects.filter(enrolment=enrolment.pk).values("edition"))
    own = FilteredRelation("extensions", condition=Q(extensions__enrolment=enrolment.pk))
    frozen = FilteredRelation("in_editions", condition=Q(in_editions__edition=held))
    as_frozen = {f"frozen_{name}": F(f"frozen__{name}") for name in FROZEN}
    found = Step.objects.filter(programme_id=enrolment.programme_id).order_by("sort_order")
    found = found.annotate(own=own, own_opens_on=F("own__opens_on"), own_closes_on=F("own__closes_on"))
    found = found.annotate(held=held, frozen=frozen, frozen_in=F("frozen__edition"), **as_frozen)
    keys = {"page_key": F("page__translation_key"), "frozen_page_key": F("frozen__page__translation_key")}
    found = list(found.annotate(**keys))
    if not any(step.held for step in found):
        return [step for step in found if not step.is_retired]
    steps = [step for step in found if step.frozen_in]
    for step in steps:
        for name in (*FROZEN, "page_key"):
            setattr(step, name, getattr(step, f"frozen_{name}"))
    return sorted(steps, key=lambda step: step.sort_order or 0)


def plan_of(enrolment: Enrolment, on: datetime.date) -> LearnerPlan:
    """Return the plan of one enrolment on a day; two queries, whatever the number of steps and extensions."""
    steps = steps_of(enrolment)
    done_on = dict(enrolment.completions.values_list("step_id", "completed_on"))
    codes = {step.pk: step.code for step in steps}
    done = {codes[step_id]: day for step_id, day in done_on.items() if step_id in codes}
    standings = plan([rule_of(step, codes) for step in steps], done, on)
    planned = [PlannedStep(step, one) for step, one in zip(steps, standings, strict=True)]
    first = next_step(standings)
    now = next((one for one in planned if one.standing is first), None) if first else None
    return LearnerPlan(enrolment, planned, now)


def closing_days(enrolment: Enrolment, on: datetime.date) -> dict[str, datetime.date | None]:
    """Return by code when each step closes for this learner, seen from a day, as if it had not been done; two queries.

    A step that is done has no closing day any more, yet what hangs on the closing (answers, feedback) still waits for it.
    """
    steps = steps_of(enrolment)
    codes = {step.pk: step.code for step in steps}
    done = {codes[step]: day for step, day in enrolment.completions.values_list("step_id", "completed_on")}
    return {
        step.code: standing(
            rule_of(step, codes), {code: day for code, day in done.items() if code != step.code}, on
        ).closes_on
        for step in steps
    }
