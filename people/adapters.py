"""What allauth is told about accounts: sign-up is closed, secrets are sealed."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by joining a cohort, never by allauth's own form."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Close allauth's sign-up."""
        return False

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """Return the handle in small letters."""
        return username.strip().casefold()


class MFAAdapter(DefaultMFAAdapter):
    """Seals TOTP secrets with a key that stands outside the database; allauth would keep them readable."""

    def _box(self) -> Fernet:
        digest = hashlib.sha256(settings.SECRET_BOX_KEY.encode()).digest()
        return Fernet(base64.urlsafe_b64encode(digest))

    def encrypt(self, text: str) -> str:
        """Return the sealed text."""
        return self._box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text that was sealed."""
        return self._box().decrypt(encrypted_text.encode()).decode()
