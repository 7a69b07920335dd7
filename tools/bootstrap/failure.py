"""How the bootstrap gives up."""

import re

_CAUSES = (
    (r"no space left|ENOSPC", "the disk is full", "make room"),
    (
        r"match the hashes|hash mismatch|EINTEGRITY",
        "a downloaded file is not the one the lock names",
        "clear the installer's cache (pip cache purge, uv cache clean or npm cache clean --force)",
    ),
    (r"permission denied|EACCES", "a file may not be written", "make this folder your own"),
    (
        r"connection|connect error|name resolution|dns error|timed? ?out|unreachable|error sending request"
        r"|from versions: none|failed to fetch|ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ENOTCACHED",
        "the package index cannot be reached",
        "connect to the internet, or point pip, uv and npm at a mirror",
    ),
)


class Failure(Exception):
    """One whole sentence for the person at the keyboard: what happened, then what to do."""


def installation_failure(what: str, output: str, log: str) -> Failure:
    """Say why `what` could not be installed, judging by the installer's `output`."""
    cause, remedy = "the installer gave up", "read there what it says and mend it"
    for pattern, known_cause, known_remedy in _CAUSES:
        if re.search(pattern, output, re.IGNORECASE):
            cause, remedy = known_cause, known_remedy
            break
    return Failure(
        f"Installing {what} failed because {cause} (all the installer said is in {log}): "
        f"{remedy}, then run the same command again."
    )
