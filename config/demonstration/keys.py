"""Secrets of the demonstration: made at first run in the ignored `var/secrets/`, read ever after."""

import os
import secrets
from collections.abc import Callable

from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings

from people.handles import SUFFIX_SIGNS

PASSWORD_GROUPS, GROUP_SIGNS = 3, 4


def password() -> str:
    """Return the one password of all demonstration accounts: about 59 random bits, easy to type."""
    return _kept("demo-password", _new_password)


def totp_secret(handle: str) -> str:
    """Return the secret of an account's second factor."""
    return _kept(f"totp-{handle}", generate_totp_secret)


def _new_password() -> str:
    groups = ("".join(secrets.choice(SUFFIX_SIGNS) for _ in range(GROUP_SIGNS)) for _ in range(PASSWORD_GROUPS))
    return "-".join(groups)


def _kept(name: str, make: Callable[[], str]) -> str:
    """Return the secret in a file, making it on first use; of two processes at once the second reads the first's."""
    folder = settings.VAR / "secrets"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    secret = make()
    with os.fdopen(handle, "w") as file:
        file.write(secret)
    return secret
