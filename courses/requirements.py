"""What upper apps require of a programme beside its steps. They register in their `requirements.py`."""

from collections.abc import Callable, Sequence
from typing import Any

# Returns plain values that JSON can hold: they are frozen with an edition, and part of its digest.
Part = Callable[[Any, Sequence[Any]], Any]
# Says in sentences why steps cannot be taken out of their programme, an empty list where they can.
Objection = Callable[[Sequence[Any]], list[Any]]
_parts: dict[str, Part] = {}
_objections: dict[str, Objection] = {}


def register(name: str, part: Part, objection: Objection | None = None) -> None:
    """Let `part(programme, steps)` say what the app requires now; `parts[name]` of an edition keeps it.

    `objection(steps)` says in sentences why steps cannot be taken out.
    """
    _parts[name] = part
    if objection is not None:
        _objections[name] = objection


def parts_of(programme: Any, steps: Sequence[Any]) -> dict[str, Any]:
    """Return what every upper app requires now, by name."""
    return {name: _parts[name](programme, steps) for name in sorted(_parts)}


def objections(steps: Sequence[Any]) -> list[Any]:
    """Return what the upper apps have against taking steps out of their programme, in sentences."""
    return [said for name in sorted(_objections) for said in _objections[name](steps)] if steps else []
