"""The columns of the template. Pure."""

import re

from assessments.formats.fields import accepted_field, options_field
from assessments.formats.parcel import ParcelQuestion
from assessments.item_types.base import LETTERS

SHARED = (
    "code",
    "type",
    "kind",
    "topic",
    "scoring",
    "key",
    "tolerance",
    "source",
    "family",
    "better",
    "facts",
    "audiences",
)
OWN = ("language", "stem", "accepted", "unit", "rationale")
BEFORE = ("code", "language", "type", "kind", "topic", "scoring", "key", "tolerance", "unit", "stem")
AFTER = ("accepted", "rationale", "source", "family", "better", "facts", "audiences")
NEEDED = ("language", "type", "stem")
KNOWN = frozenset({*SHARED, *OWN, *LETTERS})
OPTIONS_OF_TEMPLATE = 6
MOST_ROWS, MOST_COLUMNS = 2_500, 64
# A spreadsheet takes what begins like this for a formula; an apostrophe in front makes it text.
LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t]")


def columns(options: int) -> tuple[str, ...]:
    """Return the names of the columns, with so many options."""
    return (*BEFORE, *LETTERS[:options], *AFTER)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet computes."""
    return f"'{text}" if LIKE_A_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Take off the apostrophe that `guarded` has put in front."""
    return text[1:] if text.startswith("'") and LIKE_A_FORMULA.match(text) else text


def rows(question: ParcelQuestion) -> list[dict[str, str]]:
    """Return a row for each language; what is the same in all stands in each."""
    found = []
    for language, text in question.texts.items():
        row = {name: getattr(question, name) for name in SHARED if name not in ("tolerance", "audiences")}
        row["tolerance"] = "" if question.tolerance is None else format(question.tolerance, "f")
        row |= {"audiences": " ".join(question.audiences), "language": language, "stem": text.stem}
        row |= {"accepted": accepted_field(question.type, text), "unit": text.unit, "rationale": text.rationale}
        row |= dict(zip(LETTERS, options_field(text).split("\n"), strict=False))
        found.append(row)
    return found
