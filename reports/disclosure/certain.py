"""Say to the type checker, and check, what an earlier rule has already decided."""

from typing import TypeVar

T = TypeVar("T")


def certain(value: T | None) -> T:
    """Return a value that an earlier rule has made certain; raise ValueError where the rule was forgotten."""
    if value is None:
        raise ValueError("A figure reached a rule that a rule before it should have stopped.")
    return value
