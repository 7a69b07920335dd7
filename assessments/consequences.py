"""What follows from a regrade in upper apps: they register in their own `consequences.py` and are asked in a dry run."""

import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PassChange:
    """Somebody who by a change comes to reach the mark of a step, or no longer reaches it in any attempt."""

    enrolment: uuid.UUID
    learner: uuid.UUID
    step: int
    passes: bool
    is_protected: bool


@dataclass(frozen=True)
class Consequence:
    """One thing that follows, in words that stand before a number, and for which people."""

    label: str
    is_protected: bool


Teller = Callable[[Sequence[PassChange]], Counter[Consequence]]
_tellers: dict[str, Teller] = {}


def register(name: str, fn: Teller) -> None:
    """Ask `fn(changes)` how often each thing follows; it gets a few hundred changes at a time and reads, never writes."""
    _tellers[name] = fn


def consequences_of(changes: Sequence[PassChange]) -> Counter[Consequence]:
    """Return what all upper apps say follows, in the order of their names."""
    found: Counter[Consequence] = Counter()
    for name in sorted(_tellers):
        if changes:
            found.update(_tellers[name](changes))
    return found
