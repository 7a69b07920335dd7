"""The fact sheet, as far as files refer to it: the numbers of its rows."""

import re
from pathlib import Path

from config.curriculum.reading.tables import Table

SHEET = "facts.md"
ROW = re.compile(r"^\|\s*(\d+\.\d+)\s*\|", re.MULTILINE)


def known_facts(folder: Path) -> frozenset[str]:
    """Return the numbers of all facts in the sheet, none where there is no sheet."""
    sheet = folder / SHEET
    return frozenset(ROW.findall(sheet.read_text(encoding="utf-8"))) if sheet.is_file() else frozenset()


def check_facts(table: Table, facts: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """Return the facts, noting each that stands in no row of the sheet."""
    for fact in facts:
        if fact not in known:
            table.fault(f'Fact "{fact}" stands in no row of {SHEET}: mend its number.')
    return facts
