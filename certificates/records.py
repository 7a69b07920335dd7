"""What a certificate recorded of the course it was earned with, for its holder to read."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SIGNS = 12


@dataclass(frozen=True)
class Record:
    """Number and day of the edition, the day of the published texts (None: none were), and the signs that name them."""

    number: int
    made_on: datetime.date
    texts_on: datetime.date | None
    signs: str


def record_in(terms: Mapping[str, Any]) -> Record | None:
    """Return what the terms of a certificate say of its edition; None for one from before there were editions."""
    edition, texts = terms.get("edition"), terms.get("published") or {}
    if not edition:
        return None
    on = texts.get("on")
    return Record(
        number=edition["number"],
        made_on=datetime.date.fromisoformat(edition["made_on"]),
        texts_on=datetime.date.fromisoformat(on) if on else None,
        signs=f"{edition['digest'][:SIGNS]} {texts.get('digest', '')[:SIGNS]}".strip(),
    )
