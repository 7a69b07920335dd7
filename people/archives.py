"""Zip files from outside: looked through before anything is unpacked, and read within bounds. Pure.

Whoever takes such files says in their own words what is wrong with one: `Why` names the cases.
"""

import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError)
KINDS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Why(StrEnum):
    """What is wrong with an archive, or with one of its members."""

    DAMAGED = "damaged"
    TOO_MUCH = "too many members, or too many bytes in all"
    LEADS_OUT = "a path that leads out of it"
    TWICE = "two members of one name"
    LOCKED = "a password"
    PACKING = "a way of packing we do not read"
    TOO_LARGE = "a member that is too large when unpacked"
    MISSING = "no such member"
    DAMAGED_MEMBER = "a member that is damaged"


class ArchiveError(Exception):
    """An archive that is not taken; `name` is that of the member, empty where it is about the whole."""

    def __init__(self, why: Why, name: str = "") -> None:
        super().__init__(why, name)
        self.why, self.name = why, name[:100]


@dataclass(frozen=True)
class Limits:
    """The most members; the most bytes of one and of all; and how many times its packed size a member may become."""

    members: int
    member: int
    whole: int
    ratio: int = 200


class Archive:
    """An archive whose list of members has been looked through. Raises ArchiveError where it is not one, or too much."""

    def __init__(self, source: IO[bytes], limits: Limits) -> None:
        self.limits = limits
        try:
            self.file = zipfile.ZipFile(source)
            members = self.file.infolist()
        except BROKEN as error:
            raise ArchiveError(Why.DAMAGED) from error
        if len(members) > limits.members or sum(one.file_size for one in members) > limits.whole:
            raise ArchiveError(Why.TOO_MUCH)
        self.members: dict[str, zipfile.ZipInfo] = {}
        for one in members:
            self._admit(one)

    def _admit(self, one: zipfile.ZipInfo) -> None:
        name, limits = one.filename, self.limits
        if name.startswith("/") or "\\" in name or ":" in name.split("/")[0] or ".." in name.split("/"):
            raise ArchiveError(Why.LEADS_OUT, name)
        if name in self.members:
            raise ArchiveError(Why.TWICE, name)
        if one.flag_bits & 1:
            raise ArchiveError(Why.LOCKED, name)
        if one.compress_type not in KINDS:
            raise ArchiveError(Why.PACKING, name)
        if one.file_size > limits.member or one.file_size > limits.ratio * max(one.compress_size, 1_024):
            raise ArchiveError(Why.TOO_LARGE, name)
        self.members[name] = one

    def read(self, name: str) -> bytes:
        """Return a member; no more is unpacked than its entry says. Raises ArchiveError where it is missing or damaged."""
        if name not in self.members:
            raise ArchiveError(Why.MISSING, name)
        try:
            with self.file.open(self.members[name]) as member:
                return member.read(self.limits.member)
        except BROKEN as error:
            raise ArchiveError(Why.DAMAGED_MEMBER, name) from error
