"""Doors: where a learner goes to do a step, and what the step is called. Upper apps register theirs in `doors.py`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from courses.choices import StepKind


@dataclass(frozen=True)
class Door:
    """The way into a step: its title, where to go (None while nothing can be done), the words on the button.

    `review_url` is where somebody who has done the step may look back at it.
    """

    title: str | Promise
    url: str | None = None
    action: str | Promise = ""
    about: str | Promise = ""
    review_url: str | None = None


# Answers for all steps of one kind at once, so that a plan costs the same with three steps or with thirty.
DoorKeeper = Callable[[Any, Sequence[Any]], dict[int, Door]]
_keepers: dict[str, DoorKeeper] = {}


def register(kinds: Sequence[str], keeper: DoorKeeper) -> None:
    """Let `keeper(enrolment, steps)` answer with a door for each step id of these kinds."""
    for kind in kinds:
        _keepers[str(kind)] = keeper


def doors(enrolment: Any, steps: Sequence[Any]) -> dict[int, Door]:
    """Return a door for every step of a plan, by step id."""
    found: dict[int, Door] = {step.pk: Door(StepKind(step.kind).label) for step in steps}
    for keeper in dict.fromkeys(_keepers.values()):
        mine = [step for step in steps if _keepers.get(step.kind) is keeper]
        if mine:
            found.update(keeper(enrolment, mine))
    return found
