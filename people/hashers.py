"""The password hash: Django's scrypt, one at a time in each process."""

from typing import Any

from django.contrib.auth.hashers import ScryptPasswordHasher

from people.turns import password_check


class ScryptInTurnHasher(ScryptPasswordHasher):
    """Scrypt with Django's parameters (N=2^14, r=8, p=5: in OWASP's list, half the CPU of Django's default).

    One check takes a seventh of a second of a processor. When a class signs in at once, checks wait for each other
    instead of taking every thread, so that pages and answers of the others still come in between.
    """

    def encode(self, password: str, salt: str, *args: Any, **kwargs: Any) -> str:
        """Hash a password as soon as it is this one's turn; `verify` comes through here as well."""
        with password_check():
            return super().encode(password, salt, *args, **kwargs)
