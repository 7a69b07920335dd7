"""Packages of questions: read from memory within limits, never unpacked to a disk. Pure."""

import io

from django.utils.translation import gettext_lazy

from assessments.formats.parcel import FormatError, Place
from people.archives import Archive as Zip
from people.archives import ArchiveError, Limits, Why

LIMITS = Limits(members=2_000, member=8 * 1024 * 1024, whole=24 * 1024 * 1024)
SENTENCES = {
    Why.DAMAGED: gettext_lazy("The package is damaged: make it again and send it once more."),
    Why.TOO_MUCH: gettext_lazy("The package holds too many files, or too large ones: divide it."),
    Why.LEADS_OUT: gettext_lazy("The package holds a file whose path leads out of it: make it again without."),
    Why.TWICE: gettext_lazy("The package holds two files of this name: make it again with one."),
    Why.LOCKED: gettext_lazy("The package is locked with a password: make it again without one."),
    Why.PACKING: gettext_lazy("The package is packed in a way we do not read: make it again as a plain zip."),
    Why.TOO_LARGE: gettext_lazy("A file of the package becomes too large when it is unpacked."),
    Why.MISSING: gettext_lazy("The package names this file, and it is not in it."),
    Why.DAMAGED_MEMBER: gettext_lazy("This file of the package is damaged: make the package again."),
}


def is_zip(body: bytes) -> bool:
    """Tell whether a file begins like a package."""
    return body.startswith(b"PK\x03\x04")


class Archive:
    """A package whose list of members has been looked through. Raises FormatError where it is not one, or too much."""

    def __init__(self, body: bytes) -> None:
        try:
            self.zip = Zip(io.BytesIO(body), LIMITS)
        except ArchiveError as error:
            raise _said(error) from error
        self.members = self.zip.members

    def read(self, name: str) -> bytes:
        """Return a member. Raises FormatError where it is missing or damaged."""
        try:
            return self.zip.read(name)
        except ArchiveError as error:
            raise _said(error) from error


def _said(error: ArchiveError) -> FormatError:
    return FormatError(str(SENTENCES[error.why]), Place(within=error.name))
