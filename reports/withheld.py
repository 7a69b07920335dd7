"""What is taken back after the gate, because two places of a table together would give a hidden third one back.

Pure. It only ever shows less. Columns: "enrolled", "missing/<wave>", "<wave>/<rule>", "change/<rule>".
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from reports.disclosure.published import (
    Published,
    PublishedCell,
    PublishedChange,
    PublishedCount,
    PublishedFigure,
    PublishedTable,
)

ENROLLED = "enrolled"
RARE_CELL: Literal["cell-of-1-or-2"] = "cell-of-1-or-2"


def figure_key(wave: str, rule: str) -> str:
    """Return the column of one wave under one rule."""
    return f"{wave}/{rule}"


def change_key(rule: str) -> str:
    """Return the column of the change under one rule."""
    return f"change/{rule}"


def missing_key(wave: str) -> str:
    """Return the column of who is missing at a wave."""
    return f"missing/{wave}"


def withhold(table: PublishedTable, *, first: str, last: str, later: Iterable[str]) -> PublishedTable:
    """Return the table without the sizes that would give back a hidden one or two who are missing.

    Where 60 took the first test and one or two are missing at the end, "59" beside "60" says what was hidden. A share
    goes with its size, because 84.7 per cent is 50 of 59 people and of no other size near it; a mean of scores stays.
    Who joined and took no test is given back by how many joined: there that number goes and the first test stays.
    """
    rare = {(cell.row, wave) for cell in table.cells for wave in later if _hides_one_or_two(cell, wave)}
    return PublishedTable(tuple(replace(cell, content=_left(cell, table, rare, first, last)) for cell in table.cells))


def _hides_one_or_two(cell: PublishedCell, wave: str) -> bool:
    is_missing = isinstance(cell.content, PublishedCount) and cell.column == missing_key(wave)
    return is_missing and cell.content.reason == RARE_CELL


def _left(cell: PublishedCell, table: PublishedTable, rare: set[tuple[str, str]], first: str, last: str) -> Published:
    """Return what is left of a place; `rare` holds each audience and wave at which one or two are missing."""
    content, (wave, _, rule) = cell.content, cell.column.partition("/")
    if isinstance(content, PublishedFigure) and wave != first and (cell.row, wave) in rare:
        return _without_size(content)
    if isinstance(content, PublishedChange) and (cell.row, last) in rare:
        before = table.at(cell.row, figure_key(first, rule))
        return _change_without_size(content, before) if isinstance(before, PublishedFigure) else PublishedChange()
    if cell.column == ENROLLED and (cell.row, first) in rare:
        return PublishedCount(reason=RARE_CELL)
    return content


def _without_size(figure: PublishedFigure) -> PublishedFigure:
    if figure.rule == "share":
        return PublishedFigure(figure.rule, reason=figure.reason or RARE_CELL)
    return replace(figure, n=None, reason=figure.reason or RARE_CELL)


def _change_without_size(change: PublishedChange, before: PublishedFigure) -> PublishedChange:
    """Return a change of means with the size of the first test, the only one still shown; a share's goes."""
    if before.rule == "share":
        return PublishedChange(reason=change.reason or RARE_CELL)
    return replace(change, n=before.n)
