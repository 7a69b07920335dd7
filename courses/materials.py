"""What tests and exams are sat with. An upper app registers it in its `materials.py`; without one there are no tests."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Tests:
    """The ways to the tests of steps: what can be chosen, what is chosen, what can be sat, how a test is hung on a step.

    `refusal(programme, choice)` says in a sentence why a choice is none for this programme, None where it is one.
    """

    choices: Callable[[], list[tuple[str, str]]]
    chosen: Callable[[Iterable[int]], dict[int, str]]
    ready: Callable[[], set[str]]
    refusal: Callable[[Any, str], str | None]
    hang: Callable[[Any, str], None]


_registered: list[Tests] = []


def register(tests: Tests) -> None:
    """Let an app say what tests are sat with; there is one such app."""
    _registered[:] = [tests]


def tests() -> Tests:
    """Return what was registered."""
    return _registered[0] if _registered else NONE


NONE = Tests(list, lambda steps: {}, set, lambda programme, choice: None, lambda step, choice: None)
