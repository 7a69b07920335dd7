"""The file itself: a zip with one JSON list of contents and the media it names, read within bounds. Pure.

Media are known by the digest of their bytes; a name from the file never becomes a path.
"""

import hashlib
import json
import re
import zipfile
from collections.abc import Mapping
from typing import IO, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.exchange.faults import ExchangeError, Report
from people.archives import Archive, ArchiveError, Limits, Why

FORMAT, VERSION = "three-two-one course", 1
CONTENTS = "course.json"
MEDIUM = re.compile(r"^files/[0-9a-f]{64}\.[a-z0-9]{1,5}$")
LARGEST_CONTENTS = 40 * 1024 * 1024
LIMITS = Limits(members=2_000, member=300 * 1024 * 1024, whole=1024 * 1024 * 1024)
_PACKING = gettext_lazy("This is packed in a way we do not read. Export it again.")
_FOREIGN = gettext_lazy("The file holds something that is no part of a course. Export it again.")
_DAMAGED = gettext_lazy("This is no file of a course, or it is damaged. Export it again and send that.")
SENTENCES = {
    Why.DAMAGED: _DAMAGED,
    Why.TOO_MUCH: gettext_lazy("The file holds too much for one course. Export it again from the other site."),
    Why.LEADS_OUT: _FOREIGN,
    Why.TWICE: gettext_lazy("This stands twice in the file. Export it again."),
    Why.LOCKED: _PACKING,
    Why.PACKING: _PACKING,
    Why.TOO_LARGE: gettext_lazy("This becomes too large when it is unpacked. Export the course again."),
}
# The same course gives the same bytes on every day.
EPOCH = (2020, 1, 1, 0, 0, 0)


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
            self.archive = Archive(source, LIMITS)
        except ArchiveError as error:
            raise refused(error.name, str(SENTENCES[error.why])) from error
        for name, one in self.archive.members.items():
            if name != CONTENTS and not MEDIUM.match(name):
                raise refused(name[:100], str(SENTENCES[Why.LEADS_OUT]))
            if name == CONTENTS and one.file_size > LARGEST_CONTENTS:
                raise refused(name, str(SENTENCES[Why.TOO_LARGE]))
        self.contents = self._contents()

    def _contents(self) -> dict[str, Any]:
        try:
            found = json.loads(self.archive.read(CONTENTS))
        except (ArchiveError, ValueError, RecursionError):
            raise refused(CONTENTS, _("The list of contents is missing or damaged. Export the course again.")) from None
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise refused(CONTENTS, _("This is no file of a course of Three-Two-One."))
        if found.get("version") != VERSION:
            raise refused(
                CONTENTS,
                _("The file was made by another version of Three-Two-One. Bring both sites to the same version."),
            )
        return found

    def medium(self, name: str) -> bytes | None:
        """Return the bytes of a medium, None where it is missing, damaged or not what its name says."""
        if not MEDIUM.match(name):
            return None
        try:
            body = self.archive.read(name)
        except ArchiveError:
            return None
        is_itself = hashlib.sha256(body).hexdigest() == name.removeprefix("files/").partition(".")[0]
        return body if is_itself else None


def refused(place: str, sentence: str) -> ExchangeError:
    """Return the error of a file that cannot even be looked into."""
    report = Report()
    report.fault(place, sentence)
    return ExchangeError(report)
