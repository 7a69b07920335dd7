"""What hangs on a step. Upper apps register in their `stakes.py` what they give for it."""

from collections.abc import Callable

from courses.models import Step

_stakes: dict[str, Callable[[Step], bool]] = {}


def register(name: str, counts: Callable[[Step], bool]) -> None:
    """Let `counts(step)` tell whether the step earns something there."""
    _stakes[name] = counts


def earns_something(step: Step) -> bool:
    """Tell whether something hangs on the step: a pass mark, or whatever an upper app gives for it."""
    return step.pass_mark is not None or any(counts(step) for counts in _stakes.values())
