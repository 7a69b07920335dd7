"""Whose turn it is in a process of the web server: a few requests at work, and one password check.

A check takes a seventh of a second of a processor and others wait for it. Whoever waits gives their place among those at
work to somebody else: so a class that signs in at once stops nobody's answers (docs/decisions/0023-load.md).
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

# More at once only make each other slower; one process has one processor.
PLACES = 4
# The server's threads have to be more than this and the places: what comes beyond waits in front of the site.
MOST_WAITING = 40

_places = threading.Semaphore(PLACES)
_own = threading.local()
_check = threading.Lock()
_waiting = threading.Semaphore(MOST_WAITING)


class CrowdError(Exception):
    """So many wait for a password check already that nobody else can be let in."""


class InTurn:
    """A WSGI application that works on a few requests at once."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer when there is a place. What is sent in pieces is sent without one: readers may be slow."""
        with _places:
            _own.has_place = True
            try:
                return self.application(environ, start_response)
            finally:
                _own.has_place = False


@contextmanager
def password_check() -> Iterator[None]:
    """Wait for one's turn to check a password, the only one in this process. Raises CrowdError."""
    if not _waiting.acquire(blocking=False):
        raise CrowdError
    try:
        with _set_aside(), _check:
            yield
    finally:
        _waiting.release()


@contextmanager
def _set_aside() -> Iterator[None]:
    """Give one's place to somebody else meanwhile; a command or a test has none.

    Within a transaction the place is kept: those at work may be waiting for just this transaction to end.
    """
    mine = connections.all(initialized_only=True)
    if not getattr(_own, "has_place", False) or any(one.in_atomic_block for one in mine):
        yield
        return
    # Whoever waits needs no connection.
    for one in mine:
        one.close()
    _places.release()
    try:
        yield
    finally:
        _places.acquire()
