"""From a lesson's blocks to what a StreamField stores.

Every block gets an id made from its place, so that a second load writes the same bytes, and so that a block keeps
its id in all languages, by which translations are matched.
"""

import uuid
from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from config.curriculum.reading.blocks import paragraphs
from config.curriculum.reading.shapes import Block
from config.curriculum.reading.tables import LANGUAGES
from config.curriculum.writing.files import picture
from courses.templatetags.teaching import bold

NAMESPACE = uuid.UUID("6f1c1f0e-8a37-5d0b-9a5e-321321321321")


def identity(place: str) -> uuid.UUID:
    """Return the id that belongs to a place in the curriculum, the same on every site."""
    return uuid.uuid5(NAMESPACE, place)


def stream(blocks: Iterable[Block], language: str, place: str) -> list[dict[str, Any]]:
    """Return the raw stream of a lesson in one language, in English where a block is not written in it."""
    found = []
    for number, block in enumerate(blocks, 1):
        here = f"{place}#{number}"
        value = _stored(block.kind, block.values.get(language, block.values[LANGUAGES[0]]), here)
        found.append({"type": block.kind, "value": value, "id": str(identity(here))})
    return found


def _stored(kind: str, value: Any, place: str) -> Any:
    if kind == "text":
        return rich_text(value)
    if kind == "figure":
        return {"image": picture(value["file"]).pk, "alt": value["alt"], "caption": value["caption"]}
    return _nested(value, place)


def _nested(value: Any, place: str) -> Any:
    """Return a value with each list in it as a ListBlock stores it: entries with ids made from their places."""
    if isinstance(value, list):
        return [
            {"type": "item", "value": _nested(one, f"{place}.{number}"), "id": str(identity(f"{place}.{number}"))}
            for number, one in enumerate(value, 1)
        ]
    if isinstance(value, dict):
        return {name: _nested(one, place) for name, one in value.items()}
    return value


def rich_text(text: str) -> str:
    """Return paragraphs as rich text: escaped, with `**words**` in bold."""
    rows = ((_as_rich(one),) for one in paragraphs(text))
    return str(format_html_join("", "<p>{}</p>", rows))


def _as_rich(text: str) -> SafeString:
    # Wagtail's editor writes <b> where the page shows <strong>.
    marked = str(bold(text)).replace("<strong>", "<b>").replace("</strong>", "</b>")
    return format_html("{}", mark_safe(marked))  # noqa: S308 -- `bold` escapes what it is given
