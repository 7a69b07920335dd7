"""What allauth is told about accounts: sign-up is closed, secrets are sealed."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from people.seals import seal, unseal


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

    def encrypt(self, text: str) -> str:
        """Return the sealed text."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text that was sealed."""
        return unseal(encrypted_text)
