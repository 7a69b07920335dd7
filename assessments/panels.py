"""What is known of a question, beside it: upper apps register their panels in their own `panels.py`."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

# Returns what is shown; None where there is nothing for this account.
Panel = Callable[[HttpRequest, Any], SafeString | None]
_panels: dict[str, Panel] = {}


def register(name: str, panel: Panel) -> None:
    """Show `panel(request, question)` on every question's page; names give the order."""
    _panels[name] = panel


def panels_of(request: HttpRequest, question: Any) -> list[SafeString]:
    """Return what the panels say of a question to this account."""
    said = [_panels[name](request, question) for name in sorted(_panels)]
    return [one for one in said if one]
