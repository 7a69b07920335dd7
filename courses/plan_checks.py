"""Whether the plan of a programme can ever be finished, and if not, why. Pure: plain facts in, faults out.

The rule in prose stands in docs/rules/programmes.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from courses.progress import Rule, Window

WITH_PAGE = frozenset({"READ", "QUESTIONNAIRE", "WATCH", "COURSE", "SESSION"})
WITH_TEST = frozenset({"TEST", "EXAM"})
FOLLOWING = frozenset({"AFTER_STEP", "OFFSET"})


class Material(Enum):
    """How what a step is done with stands: its page, or its test."""

    NONE = "none"
    WRONG = "wrong"  # a page of a kind that nobody can finish
    UNPUBLISHED = "unpublished"
    EMPTY = "empty"  # no lesson in it, no published form of it
    READY = "ready"


class Trouble(Enum):
    """What keeps a plan from being finished."""

    CODE_TWICE = "code twice"
    NO_AFTER = "no step to count from"
    AFTER_MISSING = "counts from a step that is not there"
    AFTER_ITSELF = "counts from itself"
    CIRCULAR = "counts in a circle"
    AFTER_LATER = "counts from a later step"
    NO_WINDOW = "no window"
    BAD_WINDOW = "a window of days that no year has"
    WRONG_PAGE = "a page that nobody can finish"
    NO_PAGE = "no page"
    PAGE_UNPUBLISHED = "a page that is not published"
    PAGE_EMPTY = "a page without a lesson"
    NO_TEST = "no test"
    TEST_EMPTY = "a test without a published form"
    NO_STEPS = "no steps"


# What is still to be made: a draft may lack it, a programme that people can join may not.
UNFINISHED = frozenset(
    {
        *(Trouble.NO_PAGE, Trouble.PAGE_UNPUBLISHED, Trouble.PAGE_EMPTY),
        *(Trouble.NO_TEST, Trouble.TEST_EMPTY, Trouble.NO_STEPS),
    }
)
OF_PAGE = {
    Material.NONE: Trouble.NO_PAGE,
    Material.WRONG: Trouble.WRONG_PAGE,
    Material.UNPUBLISHED: Trouble.PAGE_UNPUBLISHED,
    Material.EMPTY: Trouble.PAGE_EMPTY,
}
OF_TEST = {
    Material.NONE: Trouble.NO_TEST,
    Material.WRONG: Trouble.NO_TEST,
    Material.UNPUBLISHED: Trouble.TEST_EMPTY,
    Material.EMPTY: Trouble.TEST_EMPTY,
}


@dataclass(frozen=True)
class StepFacts:
    """A step as the checks see it. `after` is the code of another step, windows are MM-DD as typed."""

    code: str
    kind: str
    opening: str
    after: str = ""
    offset_months: int = 0
    offset_days: int = 0
    open_days: int | None = None
    window_from: str = ""
    window_to: str = ""
    material: Material = Material.READY


@dataclass(frozen=True)
class Fault:
    """A trouble, the code of the step it is at, and of another step it has to do with."""

    trouble: Trouble
    code: str = ""
    other: str = ""

    @property
    def is_unfinished(self) -> bool:
        """Tell whether something is only still to be made."""
        return self.trouble in UNFINISHED


def faults(steps: Sequence[StepFacts]) -> list[Fault]:
    """Return every reason why the plan can never be finished, step by step in its order."""
    if not steps:
        return [Fault(Trouble.NO_STEPS)]
    found: list[Fault] = []
    places = {step.code: place for place, step in reversed(list(enumerate(steps)))}
    for place, step in enumerate(steps):
        if places[step.code] != place:
            found.append(Fault(Trouble.CODE_TWICE, step.code))
        found += [*_order(step, place, steps, places), *_window(step), *_material(step)]
    return found


def rules(steps: Sequence[StepFacts]) -> list[Rule]:
    """Return the steps as the plan sees them. Raises ValueError for a window of days that no year has."""
    return [
        Rule(
            code=step.code,
            opening=step.opening,
            after=step.after or None,
            offset_months=step.offset_months,
            offset_days=step.offset_days,
            open_days=step.open_days,
            window=Window.parse(step.window_from, step.window_to) if step.opening == "YEARLY" else None,
        )
        for step in steps
    ]


def _order(step: StepFacts, place: int, steps: Sequence[StepFacts], places: dict[str, int]) -> list[Fault]:
    if not step.after:
        return [Fault(Trouble.NO_AFTER, step.code)] if step.opening in FOLLOWING else []
    if step.after == step.code:
        return [Fault(Trouble.AFTER_ITSELF, step.code)]
    if step.after not in places:
        return [Fault(Trouble.AFTER_MISSING, step.code, step.after)]
    if _is_circular(step, steps, places):
        return [Fault(Trouble.CIRCULAR, step.code, step.after)]
    if places[step.after] > place:
        return [Fault(Trouble.AFTER_LATER, step.code, step.after)]
    return []


def _is_circular(step: StepFacts, steps: Sequence[StepFacts], places: dict[str, int]) -> bool:
    """Tell whether the way back from a step leads to it again."""
    seen, at = {step.code}, step.after
    while at in places and at not in seen:
        seen.add(at)
        at = steps[places[at]].after
    return at == step.code


def _window(step: StepFacts) -> list[Fault]:
    if step.opening != "YEARLY":
        return []
    if not step.window_from or not step.window_to:
        return [Fault(Trouble.NO_WINDOW, step.code)]
    try:
        Window.parse(step.window_from, step.window_to)
    except ValueError:
        return [Fault(Trouble.BAD_WINDOW, step.code)]
    return []


def _material(step: StepFacts) -> list[Fault]:
    troubles = OF_PAGE if step.kind in WITH_PAGE else OF_TEST
    trouble = troubles.get(step.material)
    return [Fault(trouble, step.code)] if trouble else []
