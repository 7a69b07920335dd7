"""Secrets: of a development site made at first run in the ignored `var/`, of a site for real people given to it."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SHORTEST = 32  # signs; `secrets.token_urlsafe(48)` makes 64


def read_or_make(folder: Path, name: str) -> str:
    """Return the secret called `name`, making it on first use.

    Two processes may start at once: the file is created exclusively, and whoever comes second reads what the
    first wrote.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()


def given(name: str, env: Mapping[str, str] = os.environ) -> str:
    """Return the secret that the operator has set in `name`.

    Raises ImproperlyConfigured where it is missing, empty or short: an empty key would seal and sign all the same, and
    everybody could open what it sealed.
    """
    value = env.get(name, "").strip()
    if len(value) < SHORTEST:
        raise ImproperlyConfigured(
            f"{name} is missing or shorter than {SHORTEST} signs. Make one with "
            "`python3 -c 'import secrets; print(secrets.token_urlsafe(48))'` and keep it outside the database."
        )
    return value


def differing(**keys: str) -> None:
    """Raise ImproperlyConfigured where two secrets are the same: whoever learnt one would hold both."""
    if len(set(keys.values())) < len(keys):
        raise ImproperlyConfigured(f"Two of {', '.join(keys)} are the same. Give each a value of its own.")
