"""The password hash: Argon2id, one check at a time in each process (docs/decisions/0024-argon2.md)."""

from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher, ScryptPasswordHasher

from people.turns import password_check


class Argon2InTurnHasher(Argon2PasswordHasher):
    """Argon2id with t=2, m=46 MiB, p=1: above OWASP's least (19 MiB) and a third of the CPU of Django's default.

    When a class signs in at once, checks wait for each other instead of taking every thread, so that pages and answers
    of the others still come in between, and only one check holds its memory.
    """

    time_cost = 2
    memory_cost = 47_104  # KiB
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """Hash a password as soon as it is this one's turn."""
        with password_check():
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        """Check a password as soon as it is this one's turn."""
        with password_check():
            return super().verify(password, encoded)


class ScryptInTurnHasher(ScryptPasswordHasher):
    """What accounts had before; it still opens them once, and then the newer hash takes its place."""

    def encode(self, password: str, salt: str, *args: Any, **kwargs: Any) -> str:
        """Hash a password as soon as it is this one's turn; `verify` comes through here as well."""
        with password_check():
            return super().encode(password, salt, *args, **kwargs)
