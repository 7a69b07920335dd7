"""What WhiteNoise says with every static file: it answers in front of the middleware that says it for pages."""

from collections.abc import MutableMapping

# Opened alone a file is no page of ours: it runs nothing, and nobody frames it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def add_headers(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Add the policy, and keep other sites from using the file."""
    headers["Content-Security-Policy"] = POLICY
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
