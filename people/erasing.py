"""The registry of what must go when a person goes: upper apps register in their own `erasure.py`."""

from collections.abc import Callable

from people.models import User

Eraser = Callable[[User], None]
_erasers: dict[str, Eraser] = {}


def register(name: str, eraser: Eraser) -> None:
    """Add what an upper app removes before the account itself is deleted."""
    _erasers[name] = eraser


def erasers() -> list[Eraser]:
    """Return all erasers in the order of their names."""
    return [_erasers[name] for name in sorted(_erasers)]
