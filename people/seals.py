"""Sealing: what has to be read again is kept encrypted, with a key that stands outside the database."""

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings


def seal(text: str) -> str:
    """Return the text sealed; an empty text stays empty."""
    return _box().encrypt(text.encode()).decode() if text else ""


def unseal(sealed: str) -> str:
    """Return the text that was sealed; raises InvalidToken where the key is another."""
    return _box().decrypt(sealed.encode()).decode() if sealed else ""


def _box() -> Fernet:
    digest = hashlib.sha256(settings.SECRET_BOX_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
