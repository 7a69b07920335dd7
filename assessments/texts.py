"""From what an author writes, line by line, to what a wording holds. Pure."""

from typing import Any, Protocol

from assessments.choices import TypeCode
from assessments.item_types import TYPES, Option, Words
from assessments.item_types.base import LETTERS


class Text(Protocol):
    """A question's text in one language, as its author edits it."""

    language: str
    stem: str
    options: str
    accepted: str
    unit: str
    rationale: str


def lines_of(text: str) -> list[str]:
    """Return the lines that say something, without spaces at their ends."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def options_from(type_code: str, text: str) -> list[dict[str, str]]:
    """Return the options as a wording holds them; a type that is not there yet counts letters."""
    lines = lines_of(text)
    if type_code in TYPES:
        return TYPES[type_code].options(lines)
    return [{"id": letter, "text": line} for letter, line in zip(LETTERS, lines, strict=False)]


def accepted_from(type_code: str, text: str) -> list[list[str]]:
    """Return the accepted answers of each gap: a line is a gap of a cloze, elsewhere all lines belong to the one gap."""
    lines = lines_of(text)
    if type_code == TypeCode.CLOZE:
        return [[part.strip() for part in line.split("/") if part.strip()] for line in lines]
    return [lines] if lines else []


def wording_fields(type_code: str, text: Text) -> dict[str, Any]:
    """Return the fields of the wording that a text makes."""
    return {
        "stem": text.stem.strip(),
        "options": options_from(type_code, text.options),
        "accepted": accepted_from(type_code, text.accepted),
        "unit": text.unit.strip(),
        "rationale": text.rationale.strip(),
    }


def words_from(type_code: str, text: Text) -> Words:
    """Return a text as an item type sees it."""
    fields = wording_fields(type_code, text)
    return Words(
        stem=fields["stem"],
        options=tuple(Option(one["id"], one["text"], one.get("match", "")) for one in fields["options"]),
        accepted=tuple(tuple(gap) for gap in fields["accepted"]),
        unit=fields["unit"],
        rationale=fields["rationale"],
    )
