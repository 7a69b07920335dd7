"""Draw a certificate sheet: words in, PDF out. The name passes through and is kept nowhere."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import segno
import typst
from fontTools.ttLib import TTFont

from certificates.sheet_words import SHEET_WORDS

TEMPLATES = Path(__file__).parent / "typst"
# Archivable, and can be read aloud. Both forbid a character without a glyph: see UnprintableText.
STANDARDS: tuple[Literal["a-2a", "ua-1"], ...] = ("a-2a", "ua-1")
# A moment that says nothing: neither when the sheet was made nor which sheets were made together.
CREATED = 946_684_800
# The language and the region (it chooses the shapes of Han) by which the PDF names a language of ours.
TAGS: Mapping[str, tuple[str, str | None]] = {"zh-hans": ("zh", "cn")}
# Zero-width joiner and non-joiner shape letters; every other invisible character is dropped.
JOINERS = "\u200c\u200d"
HAN = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff·]"
LATIN = r"[A-Za-zÀ-ɏḀ-ỿ'’.-]"
IN_TWO_SCRIPTS = re.compile(rf"({HAN}+) ({LATIN}+(?: {LATIN}+)*)|({LATIN}+(?: {LATIN}+)*) ({HAN}+)")


class UnprintableText(ValueError):
    """Some characters have no glyph in any font, so the sheet cannot be drawn; `characters` names them."""

    def __init__(self, characters: str) -> None:
        super().__init__("No font has: " + " ".join(f"U+{ord(character):04X}" for character in characters))
        self.characters = characters


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
    """Return the sheet as a one-page PDF/A-2a and PDF/UA-1, the same bytes for the same sheet and fonts.

    Raise UnprintableText when a character has no glyph. Takes 20 to 60 ms by language, the first call of a process
    400 ms; safe in threads. Never call it inside a transaction.
    """
    pdf = _compiler(sheet, fonts_dir).compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=CREATED)
    if not isinstance(pdf, bytes):
        raise TypeError("A sheet is one PDF.")
    return pdf


def missing_characters(text: str, fonts_dir: Path) -> str:
    """Return the characters of the text that no font has, each once, in their order. Empty when all can be printed."""
    covered = _covered(fonts_dir, _stamp(fonts_dir))
    return "".join(dict.fromkeys(c for c in printable(text) if c != " " and ord(c) not in covered))


def printable(text: str) -> str:
    """Return text composed (NFC), in one line, without control characters and direction marks."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    visible = (c for c in spaced if c in JOINERS or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    return "".join(visible).strip(f" {JOINERS}")


def _compiler(sheet: Sheet, fonts_dir: Path) -> typst.Compiler:
    """Return a compiler of this one sheet; the fonts, the costly part, are shared with all others of the process."""
    words = _words(sheet)
    unprintable = missing_characters("".join(_strings(words)), fonts_dir)
    if unprintable:
        raise UnprintableText(unprintable)
    return typst.Compiler(
        TEMPLATES / "sheet.typ",
        root=TEMPLATES,
        font_paths=_fonts(fonts_dir, _stamp(fonts_dir)),
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(words | {"qr": _qr_svg(sheet.qr_url)}, ensure_ascii=False)},
    )


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
    tag, region = TAGS.get(language, (language, None))
    return {
        "lang": tag,
        "region": region,
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


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _qr_svg(url: str) -> str:
    """Return a QR code as one black path, a rectangle for each run of dark modules."""
    matrix = segno.make_qr(url, error="m", boost_error=False).matrix
    runs = [
        f"M{match.start()} {row}h{len(match[0])}v1h-{len(match[0])}z"
        for row, line in enumerate(matrix)
        for match in re.finditer("1+", "".join(str(module) for module in line))
    ]
    size = len(matrix)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{"".join(runs)}"/></svg>'


def _stamp(fonts_dir: Path) -> tuple[tuple[str, int], ...]:
    """Return what changes when a font is added or replaced; reading fonts is slow, so they are kept until then."""
    return tuple(sorted((path.name, path.stat().st_mtime_ns) for path in fonts_dir.iterdir() if _is_font(path)))


def _is_font(path: Path) -> bool:
    return path.suffix.lower() in {".ttf", ".otf"}


@lru_cache(maxsize=2)
def _fonts(fonts_dir: Path, stamp: tuple[tuple[str, int], ...]) -> typst.Fonts:
    # The wheel's own fonts stay in: the code is set in its DejaVu Sans Mono, which parts 0 from O and 8 from B.
    return typst.Fonts(include_system_fonts=False, font_paths=[fonts_dir])


@lru_cache(maxsize=2)
def _covered(fonts_dir: Path, stamp: tuple[tuple[str, int], ...]) -> frozenset[int]:
    return frozenset().union(*(_characters(fonts_dir / name, changed) for name, changed in stamp))


@lru_cache(maxsize=32)
def _characters(font: Path, changed: int) -> frozenset[int]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap() or ())
