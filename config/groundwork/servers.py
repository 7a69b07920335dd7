"""How the site's two long-running programs are called."""

import sys

# Of the threads four are at work, and the others wait for their turn (people.turns). A worker that was killed is started
# again.
SERVER_OPTIONS = (
    "--interface",
    "wsgi",
    "--blocking-threads",
    "64",
    "--workers",
    "1",
    "--no-access-log",
    "--respawn-failed-workers",
)


def web_server(host: str, port: int, application: str = "config.wsgi:application") -> list[str]:
    """Return the words that start the web server on an address."""
    return [sys.executable, "-m", "granian", *SERVER_OPTIONS, "--host", host, "--port", str(port), application]


def worker() -> list[str]:
    """Return the words that start the worker, which does the jobs."""
    return [sys.executable, "manage.py", "qcluster"]
