"""What a learner's page says of one programme: the plan, put into groups, shapes and words."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from certificates.criteria import criteria_of
from certificates.models import Certificate
from courses.choices import ONES, StepKind
from courses.models import Enrolment
from courses.plans import LearnerPlan, PlannedStep, plan_of
from courses.progress import State, days_until
from courses.steps import Door, doors
from courses.titles import title_of

SHAPE_STATES = {State.DONE: "done", State.OPEN: "now"}


@dataclass(frozen=True)
class Line:
    """One step as the dashboard shows it."""

    planned: PlannedStep
    door: Door
    shape: str | None
    waits_for: Any
    days: int | None

    @property
    def state(self) -> str:
        """Return the state in small letters, as templates compare it."""
        return self.planned.standing.state.value

    @property
    def shape_state(self) -> str:
        """Return how the step's shape is inked."""
        return SHAPE_STATES.get(self.planned.standing.state, "later")


@dataclass(frozen=True)
class Dashboard:
    """Everything the page says of one enrolment."""

    enrolment: Enrolment
    title: str
    plan: LearnerPlan
    ones: list[Line]
    tests: list[Line]
    course: list[Line]
    exam: list[Line]
    now: Line | None
    awards: list[dict[str, Any]]

    @property
    def lines(self) -> list[Line]:
        """Return all steps in the order they are shown."""
        return [*self.ones, *self.course, *self.tests, *self.exam]

    @property
    def done(self) -> int:
        """Return how many steps are done."""
        return sum(1 for line in self.lines if line.state == "done")

    @property
    def open_now(self) -> int:
        """Return how many steps can be done now."""
        return sum(1 for line in self.lines if line.state == "open")

    @property
    def later(self) -> int:
        """Return how many steps come later."""
        return len(self.lines) - self.done - self.open_now - self.missed

    @property
    def missed(self) -> int:
        """Return how many steps can no longer be done."""
        return sum(1 for line in self.lines if line.state == "missed")

    @property
    def shapes(self) -> dict[str, str]:
        """Return how each of the six shapes is inked."""
        return {line.shape: line.shape_state for line in self.lines if line.shape}

    @property
    def calendar(self) -> list[Line]:
        """Return the steps with a day to come, earliest first."""
        dated = [line for line in self.lines if line.planned.standing.opens_on and line.state in {"waiting", "locked"}]
        return sorted(dated, key=lambda line: line.planned.standing.opens_on or datetime.date.max)


def dashboard(enrolment: Enrolment, held: list[Certificate], on: datetime.date) -> Dashboard:
    """Return what a learner's page says of an enrolment; a constant number of queries."""
    plan = plan_of(enrolment, on)
    found = doors(enrolment, [one.step for one in plan.steps])
    shapes = shapes_of(plan)
    titles = {one.step.code: found[one.step.pk].title for one in plan.steps}
    lines = [
        Line(
            planned=one,
            door=found[one.step.pk],
            shape=shapes.get(one.step.code),
            waits_for=titles.get(one.standing.waits_for or ""),
            days=days_until(one.standing, on),
        )
        for one in plan.steps
    ]
    of_kind = {kind: [line for line in lines if line.planned.step.kind == kind] for kind in StepKind}
    return Dashboard(
        enrolment=enrolment,
        title=title_of(enrolment.programme),
        plan=plan,
        ones=[line for line in lines if line.planned.step.kind in ONES],
        tests=of_kind[StepKind.TEST],
        course=of_kind[StepKind.COURSE] + of_kind[StepKind.SESSION],
        exam=of_kind[StepKind.EXAM],
        now=next((line for line in lines if line.planned is plan.now), None),
        awards=awards_of(enrolment, held, plan),
    )


def shapes_of(plan: LearnerPlan) -> dict[str, str]:
    """Give the six shapes to steps: strokes to the three ones, dots to intake and follow-up, the ring to the exam."""
    found: dict[str, str] = {}
    ones = [one.step.code for one in plan.steps if one.step.kind in ONES]
    found.update(dict(zip(ones, ("one-1", "one-2", "one-3"), strict=False)))
    tests = [one for one in plan.steps if one.step.kind == StepKind.TEST]
    pattern = [one.step.code for one in tests if one.step.opening in {"AT_ONCE", "OFFSET"}]
    found.update(dict(zip(pattern, ("two-1", "two-2"), strict=False)))
    found.update({one.step.code: "exam" for one in plan.steps if one.step.kind == StepKind.EXAM})
    return found


def awards_of(enrolment: Enrolment, held: list[Certificate], plan: LearnerPlan) -> list[dict[str, Any]]:
    """Return each award with its title, the certificate where it is held, and how many steps are missing."""
    done = {one.step.code for one in plan.steps if one.is_done}
    certificates = {one.award_id: one for one in held}
    found = []
    for wanted in criteria_of(enrolment):
        award = wanted.award
        texts = {text.language: text for text in award.texts.all()}
        text = texts.get(get_language() or "en") or texts.get("en")
        missing = sum(1 for code in wanted.codes if code not in done)
        found.append(
            {
                "title": text.title if text else award.slug,
                "missing": missing,
                "certificate": certificates.get(award.pk),
                "is_due": not missing and award.pk not in certificates,
            }
        )
    return found
