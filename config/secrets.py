"""Secrets of a development site: made at first run in the ignored `var/`, read ever after."""

import os
import secrets
from pathlib import Path


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
