"""Translations: catalogues compiled without gettext, which a newcomer's machine may lack."""

from collections.abc import Iterable
from pathlib import Path

import polib


def compile_catalogues(folders: Iterable[str | Path]) -> int:
    """Compile each catalogue that is newer than its compiled form; return how many were.

    A reader never sees half a file: it is written beside the old one and then takes its place.
    """
    compiled = 0
    for folder in folders:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                continue
            half = target.with_suffix(".mo.partial")
            polib.pofile(str(source), encoding="utf-8").save_as_mofile(str(half))
            half.replace(target)
            compiled += 1
    return compiled
