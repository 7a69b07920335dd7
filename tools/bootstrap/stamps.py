"""Stamps tell which steps are done. Each lies inside the folder it vouches for, so it goes when the folder goes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(files: Iterable[Path], *facts: str) -> str:
    """Return one hexadecimal digest of the contents of `files` and of other `facts`."""
    total = hashlib.sha256()
    for part in (*(path.read_bytes() for path in files), *(fact.encode() for fact in facts)):
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()


def is_current(stamp: Path, expected: str) -> bool:
    """Tell whether `stamp` was written for the digest `expected`."""
    return stamp.is_file() and stamp.read_text() == expected


def write(stamp: Path, value: str) -> None:
    """Record that the step finished; call it last."""
    stamp.write_text(value)
