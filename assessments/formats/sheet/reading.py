"""From the rows of a table to a parcel. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.formats.fields import key_of, letters_of, read_accepted, read_options
from assessments.formats.gathering import gather
from assessments.formats.parcel import Findings, FormatError, Parcel, ParcelQuestion, Place, Text
from assessments.formats.sheet.columns import KNOWN, MOST_COLUMNS, MOST_ROWS, NEEDED, unguarded
from assessments.formats.texts import code_for, one_line, tidy
from assessments.item_types.base import LETTERS

PLAIN = ("code", "type", "kind", "topic", "scoring", "source", "family", "better", "facts")
TITLES_ROW = 1
WITH_LETTERS = frozenset(
    {TypeCode.MULTIPLE_RESPONSE, TypeCode.ORDERING, TypeCode.SINGLE_CHOICE, TypeCode.PICTURE_CHOICE}
)


def read_rows(table: Iterable[Sequence[str | FormatError]], language: str) -> Parcel:
    """Return the questions of a table whose first row names the columns; a cell that cannot be read is an error."""
    lines = iter(table)
    names = _names(next(lines, ()))
    found: list[ParcelQuestion] = []
    apart = Findings()
    for number, cells in enumerate(lines, TITLES_ROW + 1):
        if number > MOST_ROWS:
            raise FormatError(
                _("The table has more than %(number)d rows: divide it.") % {"number": MOST_ROWS}, Place(row=number)
            )
        if all(isinstance(cell, str) and not cell.strip() for cell in cells):
            continue
        try:
            found.append(_question(_row(names, cells, number), number, language))
        except FormatError as error:
            apart.append(error.finding)
    return Parcel(gather(found), tuple(apart))


def _names(cells: Sequence[str | FormatError]) -> list[str]:
    names = [cell.strip().lower() if isinstance(cell, str) else "?" for cell in cells]
    while names and not names[-1]:
        names.pop()
    row = TITLES_ROW
    if len(names) > MOST_COLUMNS:
        raise FormatError(_("The table has more than %(number)d columns.") % {"number": MOST_COLUMNS}, Place(row=row))
    for name in names:
        if name not in KNOWN:
            sentence = _("The first row names a column “%(name)s”, which the template does not have: take it out.")
            raise FormatError(sentence % {"name": name[:40]}, Place(row=row, column=name[:40] or "-"))
        if names.count(name) > 1:
            raise FormatError(_("The first row names this column twice: keep one."), Place(row=row, column=name))
    for name in NEEDED:
        if name not in names:
            sentence = _("The first row does not name the column %(name)s: begin with the empty template.")
            raise FormatError(sentence % {"name": name}, Place(row=row, column=name))
    return names


def _row(names: Sequence[str], cells: Sequence[str | FormatError], number: int) -> dict[str, str]:
    row = dict.fromkeys(names, "")
    for at, cell in enumerate(cells):
        name = names[at] if at < len(names) else ""
        if isinstance(cell, FormatError):
            raise FormatError(cell.finding.sentence, Place(row=number, column=name or str(at + 1)))
        if not name and cell.strip():
            sentence = _("This cell stands in a column without a name: move or empty it.")
            raise FormatError(sentence, Place(row=number, column=str(at + 1)))
        if name:
            row[name] = tidy(unguarded(cell.strip(" ")))
    return row


def _question(row: Mapping[str, str], number: int, language: str) -> ParcelQuestion:
    kind = row["type"].lower()
    options = _options(row, number)
    texts, matches = read_options(kind, options)
    text = Text(
        stem=row["stem"],
        options=texts,
        matches=matches,
        accepted=read_accepted(kind, row.get("accepted", "")),
        unit=row.get("unit", ""),
        rationale=row.get("rationale", ""),
    )
    said: dict[str, Any] = {name: row.get(name, "") for name in PLAIN}
    return replace(
        ParcelQuestion(**said),
        code=said["code"] or code_for("", text.stem),
        type=kind,
        key=_key(kind, row.get("key", ""), number),
        tolerance=_tolerance(row.get("tolerance", ""), number),
        audiences=tuple(sorted(row.get("audiences", "").split())),
        texts={row["language"].lower() or language: text},
        place=Place(row=number),
    )


def _options(row: Mapping[str, str], number: int) -> list[str]:
    cells = [(letter, row.get(letter, "")) for letter in LETTERS]
    while cells and not cells[-1][1]:
        cells.pop()
    for letter, cell in cells:
        if not cell:
            sentence = _("This option is empty and one behind it is not: close the gap.")
            raise FormatError(sentence, Place(row=number, column=letter))
        if "\n" in cell:
            raise FormatError(_("This option has several lines: put it on one."), Place(row=number, column=letter))
    return [cell for _letter, cell in cells]


def _key(kind: str, cell: str, number: int) -> str:
    if kind == TypeCode.TRUE_FALSE:
        return cell.lower()
    if kind not in WITH_LETTERS:
        return cell
    letters = letters_of(cell)
    if len("".join(letters)) != len("".join(one for one in cell if one.isalnum())):
        sentence = _("“%(key)s” is no right answer: write the letters of the options, for example a or a,c.")
        raise FormatError(sentence % {"key": one_line(cell)[:40]}, Place(row=number, column="key"))
    return key_of(letters)


def _tolerance(cell: str, number: int) -> Decimal | None:
    try:
        return Decimal(cell) if cell else None
    except InvalidOperation as error:
        sentence = _("“%(text)s” is no number: write for example 0.5.") % {"text": one_line(cell)[:40]}
        raise FormatError(sentence, Place(row=number, column="tolerance")) from error
