"""Draw a certificate sheet: words in, PDF out. The name passes through and is kept nowhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from certificates.sheet_words import SHEET_WORDS
from courses.typesetting import Manuscript, printable, qr_drawing, set_pdf, voice

TEMPLATE = Path(__file__).parent / "typst" / "sheet.typ"
HAN = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff·]"
LATIN = r"[A-Za-zÀ-ɏḀ-ỿ'’.-]"
IN_TWO_SCRIPTS = re.compile(rf"({HAN}+) ({LATIN}+(?: {LATIN}+)*)|({LATIN}+(?: {LATIN}+)*) ({HAN}+)")


@dataclass(frozen=True)
class Sheet:
    """What one sheet says.

    `languages` is one or two codes, the first is the main one; every mapping has an entry for each. An empty name
    leaves a line for handwriting. `statement` lists the steps of this award alone. `code` is formatted in six groups.
    `check_url` is printed without its scheme; `qr_url` carries the code in its fragment.
    """

    name: str
    languages: tuple[str, ...]
    title: Mapping[str, str]
    statement: Mapping[str, str]
    issued: str
    issuer: Mapping[str, str]
    code: str
    check_url: str
    qr_url: str
    valid_until: str | None = None

    def __post_init__(self) -> None:
        if len(self.languages) not in {1, 2}:
            raise ValueError("A sheet has one or two languages.")


def render_pdf(sheet: Sheet, fonts_dir: Path) -> bytes:
    """Return the sheet as a one-page PDF, the same bytes for the same sheet and fonts; 20 to 60 ms by language.

    Raises as `courses.typesetting.set_pdf` does. Never call it inside a transaction.
    """
    return set_pdf(manuscript_of(sheet), fonts_dir)


def manuscript_of(sheet: Sheet) -> Manuscript:
    """Return what is to be set for a sheet."""
    return Manuscript(TEMPLATE, _words(sheet), {"qr": qr_drawing(sheet.qr_url)})


def _words(sheet: Sheet) -> dict[str, object]:
    groups = sheet.code.split()
    return {
        "name": _name_parts(printable(sheet.name)),
        "parts": [_part(sheet, language) for language in sheet.languages],
        "issued": printable(sheet.issued),
        "valid-until": printable(sheet.valid_until) if sheet.valid_until else None,
        "code": [" ".join(groups[:3]), " ".join(groups[3:])],
        "check-url": re.sub(r"^https?://|/$", "", printable(sheet.check_url)),
        "qr-url": sheet.qr_url,
    }


def _part(sheet: Sheet, language: str) -> dict[str, str | None]:
    words = SHEET_WORDS[language]
    return voice(language) | {
        "kind": words.kind,
        "says": words.says,
        "completed": words.completed,
        "issued-label": words.issued,
        "valid-label": words.valid_until,
        "issuer-label": words.issuer,
        "check": words.check,
        "qr": words.qr,
        "title": printable(sheet.title[language]),
        "statement": printable(sheet.statement[language]),
        "issuer": printable(sheet.issuer[language]),
    }


def _name_parts(name: str) -> list[str]:
    """Return no part for a blank line, one, or two when the holder wrote the name in Han and in Latin letters."""
    match = IN_TWO_SCRIPTS.fullmatch(name)
    if match:
        return [part for part in match.groups() if part]
    return [name] if name else []
