"""The file itself: a zip with one JSON list of contents and the media it names, read within bounds. Pure.

Media are known by the digest of their bytes; a name from the file never becomes a path.
"""

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import IO, Any

from django.utils.translation import gettext as _

from courses.exchange.faults import ExchangeError, Report

FORMAT, VERSION = "three-two-one course", 1
CONTENTS = "course.json"
MEDIUM = re.compile(r"^files/[0-9a-f]{64}\.[a-z0-9]{1,5}$")
MOST_MEMBERS = 2_000
LARGEST_CONTENTS = 40 * 1024 * 1024
LARGEST_MEDIUM, LARGEST_WHOLE = 300 * 1024 * 1024, 1024 * 1024 * 1024
HIGHEST_RATIO = 200
KINDS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError)
# The same course gives the same bytes on every day.
EPOCH = (2020, 1, 1, 0, 0, 0)
CHUNK = 1024 * 1024


def canonical(contents: Mapping[str, Any]) -> bytes:
    """Return contents as bytes, the same for the same course."""
    return json.dumps(contents, ensure_ascii=False, sort_keys=True, indent=1).encode()


def digest_of(contents: Mapping[str, Any]) -> str:
    """Return the digest that two sites with the same course agree on."""
    return hashlib.sha256(canonical(contents)).hexdigest()


class Writer:
    """A package that is being put together."""

    def __init__(self, target: IO[bytes]) -> None:
        self.file = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
        self.names: set[str] = set()

    def add(self, name: str, body: bytes) -> None:
        """Add a medium, once."""
        if name not in self.names:
            self.names.add(name)
            self._put(name, body, zipfile.ZIP_STORED)

    def finish(self, contents: Mapping[str, Any]) -> None:
        """Add the contents and end the package."""
        self._put(CONTENTS, canonical(contents), zipfile.ZIP_DEFLATED)
        self.file.close()

    def _put(self, name: str, body: bytes, kind: int) -> None:
        entry = zipfile.ZipInfo(name, EPOCH)
        entry.compress_type = kind
        self.file.writestr(entry, body)


class Package:
    """A package whose list of members has been looked through. Raises ExchangeError where it is not one, or too much."""

    def __init__(self, source: IO[bytes]) -> None:
        try:
            self.file = zipfile.ZipFile(source)
            members = self.file.infolist()
        except BROKEN:
            raise refused(
                "", _("This is no file of a course, or it is damaged. Export it again and send that.")
            ) from None
        if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST_WHOLE:
            raise refused("", _("The file holds too much for one course. Export it again from the other site."))
        self.members: dict[str, zipfile.ZipInfo] = {}
        for one in members:
            self._admit(one)
        self.contents = self._contents()

    def _admit(self, one: zipfile.ZipInfo) -> None:
        name = one.filename[:100]
        if one.filename != CONTENTS and not MEDIUM.match(one.filename):
            raise refused(name, _("The file holds something that is no part of a course. Export it again."))
        if one.filename in self.members:
            raise refused(name, _("This stands twice in the file. Export it again."))
        if one.flag_bits & 1 or one.compress_type not in KINDS:
            raise refused(name, _("This is packed in a way we do not read. Export it again."))
        most = LARGEST_CONTENTS if one.filename == CONTENTS else LARGEST_MEDIUM
        if one.file_size > most or one.file_size > HIGHEST_RATIO * max(one.compress_size, 1_024):
            raise refused(name, _("This becomes too large when it is unpacked. Export the course again."))
        self.members[one.filename] = one

    def _contents(self) -> dict[str, Any]:
        try:
            found = json.loads(self._read(CONTENTS))
        except (*BROKEN, RecursionError):
            raise refused(CONTENTS, _("The list of contents is missing or damaged. Export the course again.")) from None
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise refused(CONTENTS, _("This is no file of a course of Three-Two-One."))
        if found.get("version") != VERSION:
            raise refused(
                CONTENTS,
                _("The file was made by another version of Three-Two-One. Bring both sites to the same version."),
            )
        return found

    def _read(self, name: str) -> bytes:
        with self.file.open(self.members[name]) as member:
            return member.read(LARGEST_MEDIUM)

    def medium(self, name: str) -> io.BytesIO | None:
        """Return the bytes of a medium, None where it is missing, damaged or not what its name says."""
        if name not in self.members or not MEDIUM.match(name):
            return None
        try:
            body = self._read(name)
        except BROKEN:
            return None
        is_itself = hashlib.sha256(body).hexdigest() == name.removeprefix("files/").partition(".")[0]
        return io.BytesIO(body) if is_itself else None


def refused(place: str, sentence: str) -> ExchangeError:
    """Return the error of a file that cannot even be looked into."""
    report = Report()
    report.fault(place, sentence)
    return ExchangeError(report)
