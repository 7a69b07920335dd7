"""Set words in type: a template and its words in, a PDF or a picture out. What passes through is kept nowhere."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

import segno
import typst
from fontTools.ttLib import TTFont

# What every template may import: the fonts and the room each script needs.
VOICES = Path(__file__).parent / "typst" / "voices.typ"
# Archivable, and can be read aloud. Both forbid a character without a glyph: see UnprintableText.
STANDARDS: tuple[Literal["a-2a", "ua-1"], ...] = ("a-2a", "ua-1")
# A moment that says nothing: neither when a sheet was made nor which sheets were made together.
CREATED = 946_684_800
# The language and the region (it chooses the shapes of Han) by which a PDF names a language of ours.
TAGS: Mapping[str, tuple[str, str | None]] = {"zh-hans": ("zh", "cn")}
# Zero-width joiner and non-joiner shape letters; every other invisible character is dropped.
JOINERS = "\u200c\u200d"


class UnprintableText(ValueError):
    """Some characters have no glyph in any font, so the page cannot be set; `characters` names them."""

    def __init__(self, characters: str) -> None:
        super().__init__("No font has: " + " ".join(f"U+{ord(character):04X}" for character in characters))
        self.characters = characters


@dataclass(frozen=True)
class Manuscript:
    """What goes to the setter: a template, its words as JSON, and drawings (SVG) by name.

    The template reads both from `sys.inputs`: nothing is ever pasted into its source.
    """

    template: Path
    words: Mapping[str, object]
    drawings: Mapping[str, str] = field(default_factory=dict)


def set_pdf(manuscript: Manuscript, fonts_dir: Path) -> bytes:
    """Return a PDF/A-2a and PDF/UA-1, the same bytes for the same manuscript and fonts.

    Raise UnprintableText when a character has no glyph. The first call of a process takes 400 ms, for the fonts; safe
    in threads. Never call it inside a transaction.
    """
    pdf = _compiler(manuscript, fonts_dir).compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=CREATED)
    if not isinstance(pdf, bytes):
        raise TypeError("A manuscript is one PDF.")
    return pdf


def set_png(manuscript: Manuscript, fonts_dir: Path, ppi: float = 144) -> bytes:
    """Return a manuscript of one page as a picture; raises as `set_pdf` does."""
    png = _compiler(manuscript, fonts_dir).compile(format="png", ppi=ppi)
    if not isinstance(png, bytes):
        raise TypeError("A picture is of one page.")
    return png


def missing_characters(text: str, fonts_dir: Path) -> str:
    """Return the characters of the text that no font has, each once, in their order. Empty when all can be printed."""
    covered = _covered(fonts_dir, _stamp(fonts_dir))
    return "".join(dict.fromkeys(c for c in printable(text) if c != " " and ord(c) not in covered))


def printable(text: str) -> str:
    """Return text composed (NFC), in one line, without control characters and direction marks."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    visible = (c for c in spaced if c in JOINERS or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    return "".join(visible).strip(f" {JOINERS}")


def voice(language: str) -> dict[str, str | None]:
    """Return the tags by which the templates' `voice` chooses fonts for a language."""
    tag, region = TAGS.get(language, (language, None))
    return {"lang": tag, "region": region}


def qr_drawing(text: str) -> str:
    """Return a QR code as SVG of one black path, a rectangle for each run of dark modules."""
    matrix = segno.make_qr(text, error="m", boost_error=False).matrix
    runs = [
        f"M{match.start()} {row}h{len(match[0])}v1h-{len(match[0])}z"
        for row, line in enumerate(matrix)
        for match in re.finditer("1+", "".join(str(module) for module in line))
    ]
    size = len(matrix)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{"".join(runs)}"/></svg>'


def _compiler(manuscript: Manuscript, fonts_dir: Path) -> typst.Compiler:
    """Return a compiler of this one manuscript; the fonts, the costly part, are shared by the whole process."""
    unprintable = missing_characters("".join(_strings(manuscript.words)), fonts_dir)
    if unprintable:
        raise UnprintableText(unprintable)
    return typst.Compiler(
        _sources(manuscript.template),  # type: ignore[type-var]  # a mapping is taken, which the stub does not say
        font_paths=_fonts(fonts_dir, _stamp(fonts_dir)),
        ignore_system_fonts=True,
        sys_inputs={
            "words": json.dumps(manuscript.words, ensure_ascii=False),
            "drawings": json.dumps(manuscript.drawings),
        },
    )


def _sources(template: Path) -> dict[str, bytes]:
    """Return the files a template may read, and no folder: the template first, what stands beside it, the voices."""
    beside = {path.name: path.read_bytes() for path in [*sorted(template.parent.iterdir()), VOICES]}
    return {"main.typ": template.read_bytes()} | beside


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _stamp(fonts_dir: Path) -> tuple[tuple[str, int], ...]:
    """Return what changes when a font is added or replaced; reading fonts is slow, so they are kept until then."""
    return tuple(sorted((path.name, path.stat().st_mtime_ns) for path in fonts_dir.iterdir() if _is_font(path)))


def _is_font(path: Path) -> bool:
    return path.suffix.lower() in {".ttf", ".otf"}


@lru_cache(maxsize=2)
def _fonts(fonts_dir: Path, stamp: tuple[tuple[str, int], ...]) -> typst.Fonts:
    # The wheel's own fonts stay in: codes are set in its DejaVu Sans Mono, which parts 0 from O and 8 from B.
    return typst.Fonts(include_system_fonts=False, font_paths=[fonts_dir])


@lru_cache(maxsize=2)
def _covered(fonts_dir: Path, stamp: tuple[tuple[str, int], ...]) -> frozenset[int]:
    return frozenset().union(*(_characters(fonts_dir / name, changed) for name, changed in stamp))


@lru_cache(maxsize=32)
def _characters(font: Path, changed: int) -> frozenset[int]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap() or ())
