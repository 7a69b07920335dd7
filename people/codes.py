"""Codes people type: made from 32 signs that cannot be mistaken for each other (Crockford's base 32).

Pure: keys are given, nothing is stored. Recovery codes carry 80 random bits, join codes 60 derived ones.
"""

import hashlib
import hmac
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
GROUP = 4


def random_code(length: int = 16) -> str:
    """Return a random code of `length` signs, 5 bits each."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def derived_code(key: str, purpose: str, identity: str, length: int) -> str:
    """Return the code that belongs to `identity` for `purpose`: the same whenever it is asked for again."""
    digest = hmac.digest(key.encode(), f"{purpose}:{identity}".encode(), hashlib.sha256)
    number = int.from_bytes(digest, "big")
    signs = []
    for _ in range(length):
        number, sign = divmod(number, 32)
        signs.append(ALPHABET[sign])
    return "".join(signs)


def normalised_code(typed: str) -> str:
    """Return what was typed without spaces, hyphens and case, with O, I, L read as 0, 1, 1."""
    text = unicodedata.normalize("NFKC", typed).upper().translate(FORGIVEN)
    return "".join(sign for sign in text if sign in ALPHABET)


def grouped(code: str) -> str:
    """Return a code in groups of four, as it is printed."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def code_digest(key: str, purpose: str, code: str) -> str:
    """Return the keyed digest under which a code is stored; 64 hexadecimal signs."""
    return hmac.new(key.encode(), f"{purpose}:{normalised_code(code)}".encode(), hashlib.sha256).hexdigest()
