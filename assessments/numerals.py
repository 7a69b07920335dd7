"""Numbers as people type them: digits of any script, a point or a comma, thousands, a unit behind. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from assessments.normalising import ascii_digit, fold_width

PLAIN = re.compile(r"[+-]?(?:\d+|\d*[.,]\d+)")
THOUSANDS = re.compile(r"([+-]?[1-9]\d{0,2})(?P<sign>[., ])(\d{3}(?:(?P=sign)\d{3})*)(?:(?!(?P=sign))[.,](\d+))?")
LONGEST = 40
# A full stop of Chinese keyboards, minus signs, the Burmese letter wa, which is drawn like a zero.
TWINS = str.maketrans({"。": ".", "−": "-", "–": "-", "—": "-", "ဝ": "0"})


def readings(text: str, units: Iterable[str] = ()) -> frozenset[Decimal]:
    """Return what a typed number may mean, none where it is no number.

    "1,5" and "1.5" mean one and a half. "1,000" may mean a thousand or one, and is taken for either. A unit may follow.
    """
    cleaned = clean(text)
    for unit in sorted(map(clean, units), key=len, reverse=True):
        if unit and cleaned.endswith(unit):
            cleaned = cleaned[: -len(unit)].strip()
            break
    cleaned = cleaned.translate(TWINS).rstrip(".,")
    if len(cleaned) > LONGEST:
        return frozenset()
    found = set()
    if PLAIN.fullmatch(cleaned):
        found.add(Decimal(cleaned.replace(",", ".")))
    grouped = THOUSANDS.fullmatch(cleaned)
    if grouped:
        whole = grouped[1] + re.sub(r"\D", "", grouped[3])
        found.add(Decimal(f"{whole}.{grouped[4] or 0}"))
    return frozenset(found)


def plain_number(key: str) -> Decimal | None:
    """Return the number of a key, written in plain digits with a point; None where it is none."""
    found = re.fullmatch(r"\s*([+-]?\d{1,20}(?:\.\d{1,10})?)\s*", key, re.ASCII)
    return Decimal(found[1]) if found else None


def clean(text: str) -> str:
    """Return a text with digits 0 to 9, without width, case and invisible signs, single spaces."""
    folded = "".join(ascii_digit(one) for one in fold_width(text).casefold() if unicodedata.category(one) != "Cf")
    return " ".join(folded.split())
