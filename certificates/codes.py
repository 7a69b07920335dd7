"""Certificate codes and digests: pure functions of a key and plain values."""

import hashlib
import hmac
import re
import unicodedata
from uuid import UUID

# Crockford's base 32 leaves out I, L, O (read as 1, 1, 0) and U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 24
GROUP = 4

# The purpose is part of every message, so that no digest can stand in for another.
CODE_PURPOSE = b"three-two-one certificate code 1"
CODE_DIGEST_PURPOSE = b"three-two-one certificate code digest 1"
NAME_DIGEST_PURPOSE = b"three-two-one certificate name digest 1"

LONGEST_TYPED = 200
LOOKALIKES = str.maketrans("OIL", "011")
# A dot between the parts of a name in Han, and an apostrophe, are typed in several ways.
NAME_VARIANTS = str.maketrans({"•": "·", "‧": "·", "・": "·", "’": "'", "‘": "'", "ʼ": "'"})
# Han, Khmer and Burmese put no space between words: one typed there says nothing.
SPACELESS = "\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\U00020000-\U0003ffff\u1780-\u17ff\u1000-\u109f\uaa60-\uaa7f·"
SPACE_BETWEEN_SPACELESS = re.compile(f"(?<=[{SPACELESS}]) (?=[{SPACELESS}])")


def derive_code(key: bytes, certificate_id: UUID, version: int) -> str:
    """Return the 24 characters (120 bits) of one version of a certificate."""
    message = certificate_id.bytes + version.to_bytes(8, "big")
    bits = int.from_bytes(_keyed(key, CODE_PURPOSE, message)[:15], "big")
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def normalise_code(text: str) -> str | None:
    """Return the code that somebody typed or pasted, None when it cannot be one.

    Case, spaces, hyphens, full-width letters, O for 0 and I or L for 1 are forgiven.
    """
    if len(text) > LONGEST_TYPED:
        return None
    plain = unicodedata.normalize("NFKC", text).upper()
    code = "".join(character for character in plain if not _is_separator(character)).translate(LOOKALIKES)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None


def format_code(code: str) -> str:
    """Return the code as six groups of four, as it is printed."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def digest_code(key: bytes, code: str) -> str:
    """Return the hex digest by which a code is stored and found. Raise ValueError when it is not a code."""
    normal = normalise_code(code)
    if normal is None:
        raise ValueError("This is not a certificate code.")
    return _keyed(key, CODE_DIGEST_PURPOSE, normal.encode()).hex()


def digest_name(key: bytes, name: str, certificate_id: UUID) -> str:
    """Return the hex digest of a name on one certificate: the same name on another one digests differently."""
    return _keyed(key, NAME_DIGEST_PURPOSE, certificate_id.bytes + normalise_name(name).encode()).hex()


def normalise_name(name: str) -> str:
    """Return a name as it is compared: NFKC, case folded, spaces squeezed, none inside Han, Khmer and Burmese."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    visible = "".join(character for character in folded if unicodedata.category(character) != "Cf")
    squeezed = " ".join(visible.translate(NAME_VARIANTS).split())
    return SPACE_BETWEEN_SPACELESS.sub("", squeezed)


def _keyed(key: bytes, purpose: bytes, message: bytes) -> bytes:
    return hmac.new(key, purpose + b"\0" + message, hashlib.sha256).digest()


def _is_separator(character: str) -> bool:
    # Pd: hyphens and dashes. Cf: zero-width characters that travel with pasted text.
    return character.isspace() or character == "\N{MINUS SIGN}" or unicodedata.category(character) in {"Pd", "Cf"}
