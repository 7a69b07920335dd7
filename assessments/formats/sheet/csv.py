"""The template as comma-separated values. Pure."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from assessments.formats.parcel import FormatError, Parcel, Place
from assessments.formats.sheet.reading import read_rows
from assessments.formats.texts import decode


def read_csv(body: bytes, language: str) -> Parcel:
    """Return the questions of a file whose first line names the columns, parted by commas, semicolons or tabs."""
    text = decode(body)
    titles = text.split("\n", 1)[0]
    parted_by = max(",;\t", key=titles.count)
    return read_rows(_lines(text, parted_by), language)


def _lines(text: str, parted_by: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        sentence = _("This line is no row of values (%(reason)s): look for a quotation mark too many or too few.")
        raise FormatError(sentence % {"reason": error}, Place(line=reader.line_num)) from error
