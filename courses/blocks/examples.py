"""Examples that the picker shows, as a StreamField stores them, in the language of whoever looks."""

from collections.abc import Callable
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model


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


def _newest(model: Any) -> Any:
    """Return the key of the newest one, None where the site has none."""
    return model.objects.order_by("-pk").values_list("pk", flat=True).first()


def _figure() -> dict[str, Any] | None:
    image = _newest(get_image_model())
    return image and {"image": image, "alt": _("What the picture shows"), "caption": _("A line below the picture.")}


def _recording() -> dict[str, Any] | None:
    media = _newest(get_media_model())
    return media and {"media": media, "captions": [], "transcript": _("Every word that is spoken.")}


def _document() -> dict[str, Any] | None:
    document = _newest(get_document_model())
    return document and {"document": document, "about": _("To keep or to print.")}


EXAMPLES: dict[str, Callable[[], Any]] = {
    "key": lambda: _("Somebody who cannot be woken needs breath first."),
    "heading": lambda: _("See it"),
    "text": lambda: str(format_html("<p>{}</p>", _("Call the person, shake a shoulder, look at the chest."))),
    "points": lambda: [_("The person cannot be woken"), _("The breath is slow or has stopped")],
    "steps": lambda: [_("Call for help"), _("Tilt the head back"), _("Give one breath every five seconds")],
    "note": lambda: {"title": _("If you wear a uniform"), "text": _("Say first that you came to help.")},
    "check": lambda: {"question": _("The person does not wake. What do you do?"), "options": _options()},
    "sources": lambda: [{"text": "WHO, Community management of opioid overdose", "year": "2014", "fact": ""}],
    "figure": _figure,
    "recording": _recording,
    "document": _document,
    "pairs": lambda: [{"do": _("Turn the person onto one side"), "dont": _("Leave the person on the back")}],
    "myths": lambda: [
        {"myth": _("One touch passes HIV on."), "fact": _("HIV is not passed on by touching, eating or coughing.")}
    ],
    "case": lambda: {"scenes": _scenes()},
    "prompt": lambda: {"text": _("When did somebody last help you without being asked?"), "minutes": 5},
    "terms": lambda: [{"word": _("naloxone"), "meaning": _("A medicine that brings the breath back after opioids.")}],
    "local": lambda: {"topic": "naloxone", "text": _("Who may carry and give naloxone where you work?")},
}
