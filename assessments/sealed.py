"""A file between its report and the word to write it: sealed into the page, so that nothing of it rests on the server."""

import base64
from dataclasses import asdict, dataclass
from typing import Any

from django.core.signing import BadSignature, TimestampSigner

MINUTES = 30


@dataclass(frozen=True)
class Sent:
    """A file as somebody sent it, and how it is to be read."""

    name: str
    format: str
    bank: str
    language: str
    body: bytes


def seal(sent: Sent, user: Any) -> str:
    """Return the file for a field of a page; nobody else can hand it in, and nobody can change it."""
    held = asdict(sent) | {"body": base64.b64encode(sent.body).decode()}
    return _signer(user).sign_object(held, compress=True)


def open_sealed(sealed: str, user: Any) -> Sent | None:
    """Return the file, None where the seal is broken, another's or older than half an hour."""
    try:
        held = _signer(user).unsign_object(sealed, max_age=MINUTES * 60)
    except BadSignature:
        return None
    return Sent(**held | {"body": base64.b64decode(held["body"])})


def _signer(user: Any) -> TimestampSigner:
    return TimestampSigner(salt=f"questions of {user.pk}")
