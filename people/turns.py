"""Whose turn it is in a process of the web server: a few requests at work, and one password check.

A check takes a seventh of a second of a processor and others wait for it. Whoever waits gives their place among those at
work to somebody else: so a class that signs in at once stops nobody's answers (docs/decisions/0023-load.md).
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# Where a class comes in. A few are let in at a time, enough that a check is always under way; otherwise a hundred of them
# would stand in front of everybody's next answer.
DOORS = ("/accounts/login/", "/recovery/")
LET_IN = 4
# More at once only make each other slower; one process has one processor.
PLACES = 4
# The server's threads have to be more than this and the places: what comes beyond waits in front of the site.
MOST_WAITING = 40
# Set for a request for which nobody can be let in any more; people.middleware says so.
TOO_MANY = "threetwoone.too_many"


class Place:
    """A place at work. The connections to the database belong to it, and to a thread only while it is there."""

    def __init__(self) -> None:
        self.connections: dict[str, BaseDatabaseWrapper] = {}

    def take(self) -> None:
        """Let this thread work with the connections of the place."""
        for alias in connections:
            if alias not in self.connections:
                self.connections[alias] = connections.create_connection(alias)
                # One thread after the other, never two at once.
                self.connections[alias].inc_thread_sharing()
            connections[alias] = self.connections[alias]

    def leave(self) -> None:
        """Take the connections from this thread; one it needs later on would be its own."""
        for alias in connections:
            del connections[alias]


class Places:
    """Places that are given to whoever has waited longest; a semaphore gives them to whoever comes just then."""

    def __init__(self, count: int) -> None:
        self.free = [Place() for _ in range(count)]
        self._queue: deque[tuple[threading.Lock, list[Place]]] = deque()
        self._guard = threading.Lock()

    def wait(self) -> Place:
        """Return a place as soon as it is one's turn."""
        with self._guard:
            if self.free:
                return self.free.pop()
            mine, given = threading.Lock(), list[Place]()
            mine.acquire()
            self._queue.append((mine, given))
        # Opened by whoever leaves.
        mine.acquire()
        return given[0]

    def give_back(self, place: Place) -> None:
        """Give a place to whoever waits, else leave it free."""
        with self._guard:
            if self._queue:
                mine, given = self._queue.popleft()
                given.append(place)
                mine.release()
            else:
                self.free.append(place)


_places = Places(PLACES)
_own = threading.local()
_door = threading.Semaphore(LET_IN)
_check = threading.Lock()
_waiting = threading.Semaphore(MOST_WAITING)


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
            return self._work(environ | {TOO_MANY: True}, start_response)

    def _work(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        _sit_down()
        try:
            return self.application(environ, start_response)
        finally:
            _get_up()


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
    """Wait for one's turn to check a password, the only one in this process."""
    # Within a transaction the place is kept: those at work may be waiting for just this transaction to end. A command
    # or a test has no place.
    is_set_aside = getattr(_own, "place", None) and not any(one.in_atomic_block for one in connections.all())
    if is_set_aside:
        _get_up()
    try:
        with _check:
            yield
    finally:
        if is_set_aside:
            _sit_down()


def _sit_down() -> None:
    _own.place = _places.wait()
    _own.place.take()


def _get_up() -> None:
    _own.place.leave()
    _places.give_back(_own.place)
    _own.place = None
