"""What upper apps require of a programme beside its steps. They register in their `requirements.py`."""

from collections.abc import Callable, Sequence
from typing import Any

# Returns plain values that JSON can hold: they are frozen with an edition, and part of its digest.
Part = Callable[[Any, Sequence[Any]], Any]
_parts: dict[str, Part] = {}


def register(name: str, part: Part) -> None:
    """Let `part(programme, steps)` say what the app requires now; `editions.parts[name]` keeps it."""
    _parts[name] = part


def parts_of(programme: Any, steps: Sequence[Any]) -> dict[str, Any]:
    """Return what every upper app requires now, by name."""
    return {name: _parts[name](programme, steps) for name in sorted(_parts)}
