"""A question's text as its author edits it, as an item type sees it: before a wording is made of it. Pure."""

from collections.abc import Mapping
from typing import Protocol

from assessments.item_types import TYPES, Option, Picture, Words


class Text(Protocol):
    """A question's text in one language."""

    language: str
    stem: str
    options: str
    accepted: str
    unit: str
    rationale: str


def lines_of(written: str) -> list[str]:
    """Return the lines that say something, without spaces at their ends."""
    return [line.strip() for line in written.splitlines() if line.strip()]


def words_from(type_code: str, text: Text, pictures: Mapping[str, Picture] | None = None) -> Words:
    """Return a text as an item type sees it; `pictures` by letter."""
    kind, held = TYPES[type_code], pictures or {}
    options = kind.options(lines_of(text.options))
    return Words(
        stem=text.stem.strip(),
        options=tuple(Option(one["id"], one["text"], one.get("match", ""), held.get(one["id"])) for one in options),
        accepted=tuple(tuple(gap) for gap in kind.accepted(lines_of(text.accepted))),
        unit=text.unit.strip(),
        rationale=text.rationale.strip(),
    )
