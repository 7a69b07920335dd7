"""Examples that the picker shows, as a StreamField stores them, in the language of whoever looks."""

from collections.abc import Callable
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _


def _options() -> list[dict[str, Any]]:
    return [
        {"text": _("Stay and call for help"), "is_right": True, "feedback": _("Company is the safeguard.")},
        {"text": _("Let the person sleep"), "is_right": False, "feedback": _("Breath may stop in this sleep.")},
    ]


def _scenes() -> list[dict[str, Any]]:
    return [
        {
            "name": "1",
            "text": _("A friend does not answer your calls. You stand in front of the door."),
            "choices": [{"text": _("Go in"), "to": "2"}],
        },
        {"name": "2", "text": _("The friend breathes slowly. You call for help and stay."), "choices": []},
    ]


EXAMPLES: dict[str, Callable[[], Any]] = {
    "key": lambda: _("Somebody who cannot be woken needs breath first."),
    "heading": lambda: _("See it"),
    "text": lambda: str(format_html("<p>{}</p>", _("Call the person, shake a shoulder, look at the chest."))),
    "points": lambda: [_("The person cannot be woken"), _("The breath is slow or has stopped")],
    "steps": lambda: [_("Call for help"), _("Tilt the head back"), _("Give one breath every five seconds")],
    "note": lambda: {"title": _("If you wear a uniform"), "text": _("Say first that you came to help.")},
    "check": lambda: {"question": _("The person does not wake. What do you do?"), "options": _options()},
    "sources": lambda: [{"text": "WHO, Community management of opioid overdose", "year": "2014", "fact": ""}],
    "pairs": lambda: [{"do": _("Turn the person onto one side"), "dont": _("Leave the person on the back")}],
    "myths": lambda: [
        {"myth": _("One touch passes HIV on."), "fact": _("HIV is not passed on by touching, eating or coughing.")}
    ],
    "case": lambda: {"scenes": _scenes()},
    "prompt": lambda: {"text": _("When did somebody last help you without being asked?"), "minutes": 5},
    "terms": lambda: [{"word": _("naloxone"), "meaning": _("A medicine that brings the breath back after opioids.")}],
    "local": lambda: {"topic": "naloxone", "text": _("Who may carry and give naloxone where you work?")},
}
