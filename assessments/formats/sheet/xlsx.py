"""The template as a workbook: no formula is computed when it is read, and none is written. Pure."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook

from assessments.choices import TypeCode
from assessments.formats.archives import Archive, is_zip
from assessments.formats.parcel import FormatError, Parcel, ParcelQuestion, Place
from assessments.formats.sheet.columns import (
    MOST_COLUMNS,
    MOST_ROWS,
    OPTIONS_OF_TEMPLATE,
    columns,
    guarded,
    rows,
)
from assessments.formats.sheet.reading import read_rows
from assessments.formats.written import Written, sort_out

SHEET = "questions"
LARGEST_CELL = 32_000


def read_xlsx(body: bytes, language: str) -> Parcel:
    """Return the questions of the first sheet."""
    if not is_zip(body):
        raise FormatError(_("This is no XLSX workbook: save it as XLSX, not as XLS or ODS, and send it again."))
    archive = Archive(body)
    for name in archive.members:
        if name.endswith((".xml", ".rels")) and b"<!" in archive.read(name).replace(b"<![CDATA[", b"").replace(
            b"<!--", b""
        ):
            sentence = _("The XML declares a DOCTYPE or entities, which we do not read: take them out.")
            raise FormatError(sentence, Place(within=name[:100]))
    try:
        book = load_workbook(io.BytesIO(body), read_only=True, data_only=False, keep_links=False)
        parcel = read_rows(_lines(book), language)
        book.close()
    except FormatError:
        raise
    except Exception as error:
        # openpyxl answers damaged workbooks with whatever breaks first inside it.
        raise FormatError(_("The workbook is damaged: save it once more as XLSX and send it again.")) from error
    return parcel


def _lines(book: Any) -> Iterator[list[str | FormatError]]:
    if not book.worksheets:
        raise FormatError(_("The workbook has no sheet."))
    sheet = book.worksheets[0]
    # What a sheet says of its own size may be wrong.
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1):
        yield [_cell(cell) for cell in row]


def _cell(cell: Any) -> str | FormatError:
    value = cell.value
    if cell.data_type == "f":
        return FormatError(_("This cell holds a formula: put the words themselves there."))
    if cell.data_type == "e":
        return FormatError(_("This cell holds an error of the spreadsheet: put the words themselves there."))
    if cell.data_type == "d" or not isinstance(value, str | int | float | bool | None):
        return FormatError(_("This cell holds a date: format it as text and write the words there."))
    if value is None:
        return ""
    if isinstance(value, float):
        return format(value, ".10g")
    return value if isinstance(value, str) else str(value)


def write_xlsx(questions: Iterable[ParcelQuestion]) -> Written:
    """Return the workbook; questions it cannot carry are named beside it."""
    carried, findings = sort_out(questions, reasons)
    table = [row for question in carried for row in rows(question)]
    widest = max((len(text.options) for one in carried for text in one.texts.values()), default=0)
    names = columns(max(OPTIONS_OF_TEMPLATE, widest))
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    sheet.append(names)
    for row in table:
        sheet.append([guarded(row.get(name, "")) or None for name in names])
    body = io.BytesIO()
    book.save(body)
    return Written(body.getvalue(), findings)


def reasons(question: ParcelQuestion) -> Iterator[str]:
    """Yield why the template cannot carry a question."""
    if question.type == TypeCode.PICTURE_CHOICE:
        yield _("this format does not carry pictures")
    for row in rows(question):
        if any(len(value) > LARGEST_CELL for value in row.values()):
            yield _("a text is longer than a cell may be")
