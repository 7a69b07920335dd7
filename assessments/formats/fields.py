"""Between the parts of a question and the fields an author fills in: one option on a line, left = right, a / b. Pure.

The same signs stand in the form of a question, in the columns of the template and in docs/rules/items.md.
"""

import re
from collections.abc import Iterable

from assessments.choices import TypeCode
from assessments.formats.parcel import Text
from assessments.item_types.base import LETTERS

GAP = re.compile(r"\[\[(\d{1,2})\]\]")
PAIR_SIGN, ANSWER_SIGN = re.compile(r"(?<!\\)="), re.compile(r"(?<!\\)/")
LETTER = re.compile(r"[a-z]")
KEYED_BY_LETTERS = frozenset(
    {TypeCode.SINGLE_CHOICE, TypeCode.MULTIPLE_RESPONSE, TypeCode.ORDERING, TypeCode.PICTURE_CHOICE}
)
# How many gaps a text may have.
MOST_GAPS = 20
WITH_OPTIONS = KEYED_BY_LETTERS | {TypeCode.MATCHING}
WITH_ACCEPTED = frozenset({TypeCode.SHORT_TEXT, TypeCode.CLOZE})


def gap(number: int) -> str:
    """Return what marks a gap in a text."""
    return f"[[{number}]]"


def letters_of(key: str) -> list[str]:
    """Return the letters of a key."""
    return LETTER.findall(key.lower())


def key_of(letters: Iterable[str]) -> str:
    """Return the key made of letters, in the order given."""
    return ",".join(letters)


def key_at(positions: Iterable[int]) -> str:
    """Return the key made of the positions of options, from 0."""
    return key_of(LETTERS[position] for position in positions)


def positions_of(key: str) -> list[int]:
    """Return the positions of the options a key names, from 0."""
    return [LETTERS.index(letter) for letter in letters_of(key)]


def options_field(text: Text) -> str:
    """Return the options as an author writes them."""
    if text.matches:
        rows = zip(text.options, text.matches, strict=False)
        return "\n".join(" = ".join(side.replace("=", r"\=") for side in row).strip() for row in rows)
    return "\n".join(text.options)


def accepted_field(kind: str, text: Text) -> str:
    """Return the accepted answers as an author writes them."""
    if kind == TypeCode.CLOZE:
        return "\n".join(" / ".join(one.replace("/", r"\/") for one in gap) for gap in text.accepted)
    return "\n".join(one for gap in text.accepted for one in gap)


def read_options(kind: str, lines: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return options and matches; a match is "" where a line has no sign between left and right."""
    kept = [line.strip() for line in lines if line.strip()]
    if kind != TypeCode.MATCHING:
        return tuple(kept), ()
    sides = [[side.strip().replace(r"\=", "=") for side in PAIR_SIGN.split(line, maxsplit=1)] for line in kept]
    return tuple(one[0] for one in sides), tuple(one[1] if len(one) > 1 else "" for one in sides)


def read_accepted(kind: str, field: str) -> tuple[tuple[str, ...], ...]:
    """Return the accepted answers of each gap."""
    lines = [line.strip() for line in field.split("\n") if line.strip()]
    if kind == TypeCode.CLOZE:
        cut = [[one.strip().replace(r"\/", "/") for one in ANSWER_SIGN.split(line)] for line in lines]
        return tuple(tuple(one for one in gap if one) for gap in cut)
    return (tuple(lines),) if lines else ()
