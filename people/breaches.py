"""The larger list of leaked passwords an operator may lay beside the site; it is searched on the disk, never loaded.

Format: one SHA-1 digest in capital hexadecimal letters a line, sorted, each with or without `:count` behind it. It is
what Have I Been Pwned calls "ordered by hash".
"""

import hashlib
from pathlib import Path
from typing import BinaryIO

DIGEST_LENGTH = 40


def is_breached(password: str, path: Path) -> bool:
    """Tell whether the password is in the list; about 35 short reads for a billion lines. Raises OSError without it."""
    # The digest of the list's format; nothing is protected by it.
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as lines:
        return _holds(lines, wanted, path.stat().st_size)


def _holds(lines: BinaryIO, wanted: bytes, size: int) -> bool:
    """Search by halves: `low` is the start of a line, and the digest, if there, is on a line starting below `high`."""
    low, high = 0, size
    while low < high:
        start = _line_start(lines, low, (low + high) // 2)
        lines.seek(start)
        line = lines.readline()
        found = line[:DIGEST_LENGTH].upper()
        if found == wanted:
            return True
        if found < wanted:
            low = start + len(line)
        else:
            high = start
    return False


def _line_start(lines: BinaryIO, low: int, middle: int) -> int:
    """Return where the line that holds the byte at `middle` begins, not before `low`."""
    reach = 64
    while True:
        begin = max(low, middle - reach)
        lines.seek(begin)
        before = lines.read(middle - begin)
        at = before.rfind(b"\n")
        if at >= 0:
            return begin + at + 1
        if begin == low:
            return low
        reach *= 2
