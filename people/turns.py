"""Whose turn it is in a process of the web server: a few requests at work, and one password check.

A check takes a seventh of a second of a processor and others wait for it. Whoever waits gives their place among those at
work to somebody else: so a class that signs in at once stops nobody's answers (docs/decisions/0023-load.md).
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

# Where a class comes in. A few are let in at a time, enough that a check is always under way; otherwise a hundred of them
# would stand in front of everybody's next answer.
DOORS = ("/accounts/login/", "/recovery/")
LET_IN = 4
# More at once only make each other slower; one process has one processor.
PLACES = 4
# The server's threads have to be more than this and the places: what comes beyond waits in front of the site.
MOST_WAITING = 40

_places = threading.Semaphore(PLACES)
_own = threading.local()
_door = threading.Semaphore(LET_IN)
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
        is_at_door = environ.get("REQUEST_METHOD") == "POST" and environ.get("PATH_INFO") in DOORS
        if not is_at_door:
            return self._work(environ, start_response)
        with _waited() as is_let_in:
            if is_let_in:
                with _door:
                    return self._work(environ, start_response)
            # Somebody whom no check is made for is told so by the page that asked for it.
            _own.is_too_many = True
            try:
                return self._work(environ, start_response)
            finally:
                _own.is_too_many = False

    def _work(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        with _places:
            _own.has_place = True
            try:
                return self.application(environ, start_response)
            finally:
                _own.has_place = False


@contextmanager
def _waited() -> Iterator[bool]:
    """Count somebody among those who wait; False where too many do."""
    is_let_in = _waiting.acquire(blocking=False)
    try:
        yield is_let_in
    finally:
        if is_let_in:
            _waiting.release()


@contextmanager
def password_check() -> Iterator[None]:
    """Wait for one's turn to check a password, the only one in this process. Raises CrowdError."""
    if getattr(_own, "is_too_many", False):
        raise CrowdError
    with _set_aside(), _check:
        yield


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
