"""Packages: read from memory within limits, never unpacked to a disk. Pure."""

import io
import zipfile
import zlib

from django.utils.translation import gettext as _

from assessments.formats.parcel import FormatError, Place

MOST_MEMBERS, LARGEST_MEMBER, LARGEST_WHOLE, HIGHEST_RATIO = 2_000, 8 * 1024 * 1024, 24 * 1024 * 1024, 200
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError)
KINDS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def is_zip(body: bytes) -> bool:
    """Tell whether a file begins like a package."""
    return body.startswith(b"PK\x03\x04")


class Archive:
    """A package whose list of members has been looked through. Raises FormatError where it is not one, or too much."""

    def __init__(self, body: bytes) -> None:
        try:
            self.file = zipfile.ZipFile(io.BytesIO(body))
            members = self.file.infolist()
        except BROKEN as error:
            raise FormatError(_("The package is damaged: make it again and send it once more.")) from error
        if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST_WHOLE:
            raise FormatError(_("The package holds too many files, or too large ones: divide it."))
        self.members: dict[str, zipfile.ZipInfo] = {}
        for one in members:
            self._admit(one)

    def _admit(self, one: zipfile.ZipInfo) -> None:
        name, place = one.filename, Place(within=one.filename[:100])
        if name.startswith("/") or "\\" in name or ":" in name.split("/")[0] or ".." in name.split("/"):
            raise FormatError(_("The package holds a file whose path leads out of it: make it again without."), place)
        if name in self.members:
            raise FormatError(_("The package holds two files of this name: make it again with one."), place)
        if one.flag_bits & 1:
            raise FormatError(_("The package is locked with a password: make it again without one."), place)
        if one.compress_type not in KINDS:
            raise FormatError(_("The package is packed in a way we do not read: make it again as a plain zip."), place)
        if one.file_size > LARGEST_MEMBER or one.file_size > HIGHEST_RATIO * max(one.compress_size, 1_024):
            raise FormatError(_("A file of the package becomes too large when it is unpacked."), place)
        self.members[name] = one

    def read(self, name: str) -> bytes:
        """Return a member; no more is unpacked than its entry says. Raises FormatError where it is missing or damaged."""
        place = Place(within=name[:100])
        if name not in self.members:
            raise FormatError(_("The package names this file, and it is not in it."), place)
        try:
            with self.file.open(self.members[name]) as member:
                return member.read(LARGEST_MEMBER)
        except BROKEN as error:
            raise FormatError(_("This file of the package is damaged: make the package again."), place) from error
