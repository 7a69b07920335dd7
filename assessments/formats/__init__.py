"""Formats in which questions come and go. Each is read into a `Parcel` and written from one; all of it is pure."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.formats.aiken import read_aiken
from assessments.formats.checking import checked
from assessments.formats.gift.reading import read_gift
from assessments.formats.gift.writing import write_gift
from assessments.formats.moodle.reading import read_moodle
from assessments.formats.parcel import Finding, FormatError, Parcel, ParcelQuestion, Place, Text, Weight
from assessments.formats.qti.packages import read_qti
from assessments.formats.qti.writing import write_qti
from assessments.formats.sheet.csv import read_csv
from assessments.formats.sheet.xlsx import read_xlsx, write_xlsx
from assessments.formats.written import Written

LARGEST = 1_500_000  # bytes


@dataclass(frozen=True)
class Format:
    """A format by its code: how it is read, how it is written (None: it is not), how its files end."""

    code: str
    label: str | Promise
    read: Callable[[bytes, str], Parcel]
    write: Callable[[Iterable[ParcelQuestion]], Written] | None = None
    ending: str = ""
    media_type: str = "text/plain; charset=utf-8"


FORMATS = {
    one.code: one
    for one in (
        Format(
            "xlsx",
            gettext_lazy("Our template (XLSX)"),
            read_xlsx,
            write_xlsx,
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        Format("csv", gettext_lazy("Our template (CSV)"), read_csv, None, ".csv"),
        Format("gift", "GIFT", read_gift, write_gift, ".gift"),
        Format("aiken", "Aiken", read_aiken, None, ".txt"),
        Format("moodle", "Moodle XML", read_moodle, None, ".xml"),
        Format("qti", "QTI 2.1, 3.0", read_qti, write_qti, ".zip", "application/zip"),
    )
}


def read(body: bytes, code: str, languages: Collection[str], language: str) -> Parcel:
    """Return what is in a file, with everything that is wrong with it; never raises for what a file holds.

    `languages` are those of the site; `language` is that of questions which name none.
    """
    if len(body) > LARGEST:
        sentence = _("The file is larger than %(size)s MB: divide it.") % {"size": LARGEST / 1_000_000}
        return Parcel(findings=(Finding(Weight.FAULT, sentence),))
    if not body.strip():
        return Parcel(findings=(Finding(Weight.FAULT, _("The file is empty.")),))
    try:
        return checked(FORMATS[code].read(body, language), languages)
    except FormatError as error:
        return Parcel(findings=(error.finding,))


def guess(name: str, body: bytes) -> str:
    """Return the code of the format that a file seems to have, by its ending and its first words; "" where none fits."""
    ending = name.lower().rsplit(".", 1)[-1]
    if ending in ("xlsx", "csv", "gift", "zip"):
        return {"zip": "qti"}.get(ending, ending)
    start = body[:4096].decode("utf-8", "ignore")
    if ending == "xml":
        return "moodle" if "<quiz" in start else "qti"
    if ending == "txt":
        return "gift" if "{" in start or "::" in start else "aiken"
    return ""


__all__ = [
    "FORMATS",
    "LARGEST",
    "Finding",
    "Format",
    "Parcel",
    "ParcelQuestion",
    "Place",
    "Text",
    "Weight",
    "Written",
    "guess",
    "read",
]
