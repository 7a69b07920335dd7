"""Prepare the fonts of the certificate PDFs and the browser tests from the npm packages.

Run as `python -m config.fonts`; it needs fontTools but no Django. The files are cut into subsets for the web, while
Typst takes one file per family and weight: without merging, Vietnamese letters and rarer Chinese ones fall back.
"""

import re
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "node_modules" / "@fontsource"
TARGET = ROOT / "var" / "fonts"
WEIGHTS = {400: "Regular", 700: "Bold"}


@dataclass(frozen=True)
class Family:
    """One family: its name as Typst sees it, its npm package, and the subsets that make it whole.

    `merged` keep their own shaping rules; glyphs of `stitched` (a glob) are added without any.
    """

    name: str
    package: str
    merged: tuple[str, ...]
    stitched: str = ""

    def target(self, weight: int, folder: Path) -> Path:
        return folder / f"{self.name.replace(' ', '')}-{WEIGHTS[weight]}.ttf"

    def parts(self, weight: int, source: Path) -> tuple[list[Path], list[Path]]:
        """Return the files to merge and the files to stitch on."""
        files = source / self.package / "files"
        # WOFF, since its glyphs can be copied as they are, while WOFF2 has to be decoded glyph by glyph.
        merged = [files / f"{self.package}-{subset}-{weight}-normal.woff" for subset in self.merged]
        pattern = f"{self.package}-{self.stitched}-{weight}-normal.woff"
        return merged, sorted(files.glob(pattern)) if self.stitched else []


FAMILIES = (
    Family("Noto Sans", "noto-sans", ("latin", "latin-ext", "vietnamese")),
    # The subset "chinese-simplified" has 7,946 characters; the numbered ones add 5,600 rarer ones, as in names.
    Family("Noto Sans SC", "noto-sans-sc", ("chinese-simplified",), stitched="[0-9]*"),
    Family("Noto Sans Khmer", "noto-sans-khmer", ("khmer",)),
    Family("Noto Sans Myanmar", "noto-sans-myanmar", ("myanmar",)),
)


def main() -> None:
    """Write all fonts and the fontconfig file; bootstrap.py knows when that is called for."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(max_workers=2) as workers:
        jobs = [workers.submit(prepare, family, weight, SOURCE, TARGET) for family in FAMILIES for weight in WEIGHTS]
        for job in jobs:
            job.result()
    (TARGET / "fonts.conf").write_text(fontconfig(TARGET))


def prepare(family: Family, weight: int, source: Path, target: Path) -> None:
    """Write one family in one weight as a TrueType file; replaces the old one whole."""
    merged, stitched = family.parts(weight, source)
    font = Merger().merge([str(path) for path in merged]) if len(merged) > 1 else _open(merged[0])
    stitch(font, (_open(path) for path in stitched))
    rename(font, family.name, WEIGHTS[weight])
    font.flavor = None
    path = family.target(weight, target)
    half = path.with_suffix(".partial")
    font.save(half)
    half.replace(path)


def stitch(font: TTFont, others: Iterable[TTFont]) -> None:
    """Add to `font` the characters of `others` that it lacks (plane 0, simple glyphs), copying outlines unread."""
    characters: dict[int, str] = {}
    known = set(font.getBestCmap())
    tables = {"hmtx", "vmtx"} & set(font.keys())
    order = list(font.getGlyphOrder())
    for other in others:
        for code, name in other.getBestCmap().items():
            glyph = other["glyf"].glyphs[name]
            if code in known or code > 0xFFFF or _is_composite(glyph):
                continue
            known.add(code)
            characters[code] = f"stitched{code:04X}"
            order.append(characters[code])
            font["glyf"].glyphs[characters[code]] = glyph
            for metrics in tables:
                font[metrics].metrics[characters[code]] = other[metrics].metrics[name]
        _widen(font, other)
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.update(characters)


def rename(font: TTFont, family: str, style: str) -> None:
    """Name `font` by its family; one package calls all its weights "Thin"."""
    names = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def fontconfig(folder: Path) -> str:
    """Return a fontconfig file that knows only the fonts in `folder`, for browsers on machines without fonts."""
    families = "".join(f"<family>{family.name}</family>" for family in FAMILIES)
    aliases = "".join(
        f"  <alias><family>{generic}</family><prefer>{families}</prefer></alias>\n"
        for generic in ("sans-serif", "serif", "monospace", "system-ui")
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"  <dir>{_escape(folder)}</dir>\n  <cachedir>{_escape(folder / 'cache')}</cachedir>\n{aliases}</fontconfig>\n"
    )


def _open(path: Path) -> TTFont:
    # Recalculating would read every outline, and stamp the time into the file.
    return TTFont(path, recalcBBoxes=False, recalcTimestamp=False)


def _is_composite(glyph: Glyph) -> bool:
    """Tell whether an outline that was not read yet refers to others by their numbers in its own file."""
    return getattr(glyph, "data", b"")[:1] == b"\xff"


def _widen(font: TTFont, other: TTFont) -> None:
    """Let the limits that a font declares cover the glyphs of `other`."""
    for table, pattern, pick in (
        ("head", r"[xy]Max", max),
        ("head", r"[xy]Min", min),
        ("maxp", r"max(Points|Contours)", max),
        ("hhea", r"advanceWidthMax", max),
    ):
        for field in filter(re.compile(pattern).fullmatch, vars(font[table])):
            setattr(font[table], field, pick(getattr(font[table], field), getattr(other[table], field)))


def _escape(path: Path) -> str:
    return str(path).replace("&", "&amp;").replace("<", "&lt;")


if __name__ == "__main__":
    main()
