"""News of a completed step, for upper apps: they register in their own `news.py`."""

from collections.abc import Callable
from typing import Any

Listener = Callable[[Any, Any], None]
_listeners: dict[str, Listener] = {}


def register(name: str, listener: Listener) -> None:
    """Call `listener(enrolment, step)` inside the transaction that completes a step."""
    _listeners[name] = listener


def tell_step_completed(enrolment: Any, step: Any) -> None:
    """Tell every listener, in the order of their names."""
    for name in sorted(_listeners):
        _listeners[name](enrolment, step)
