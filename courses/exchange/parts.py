"""What upper apps add to the file of a course: they register a part in their `exchange.py`."""

from collections.abc import Mapping
from typing import Any, Protocol

from courses.exchange.faults import Report
from courses.exchange.references import Incoming, Outgoing
from courses.models import Programme


class Part(Protocol):
    """An app's share of a course. `before` is written in front of the pages, which may refer to it, `after` behind them."""

    def collect(self, programme: Programme, refs: Outgoing) -> dict[str, Any]:
        """Return what goes into the file, as JSON holds it."""

    def check(self, data: Mapping[str, Any], report: Report) -> None:
        """Note every fault that can be seen before anything is written."""

    def before(self, data: Mapping[str, Any], refs: Incoming, report: Report) -> None:
        """Write what pages refer to."""

    def after(self, data: Mapping[str, Any], programme: Programme, refs: Incoming, report: Report) -> None:
        """Write what refers to pages and steps."""


_parts: dict[str, Part] = {}


def register(name: str, part: Part) -> None:
    """Let a part travel with each course under this name."""
    _parts[name] = part


def parts() -> Mapping[str, Part]:
    """Return the parts by name, in the order of the apps."""
    return _parts
