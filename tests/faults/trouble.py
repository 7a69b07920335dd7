"""Faults put between Django and its database: the nth thing asked of it fails, as it would with the disk full."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import InterfaceError, InternalError, OperationalError, connection

TROUBLES = (
    OperationalError("database or disk is full"),
    OperationalError("database is locked"),
    OperationalError("unable to open database file"),
    OperationalError("server closed the connection unexpectedly"),
    InterfaceError("the connection is closed"),
    InternalError('could not extend file "base/5/1259": File too large'),
)


class Failing:
    """Counts what is asked of the database, commits included, and lets the nth of them fail; `after` lets it happen."""

    def __init__(self, nth: int, error: Exception, *, after: bool = False) -> None:
        self.nth, self.error, self.after, self.asked = nth, error, after, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Stand between Django and the cursor."""
        # SQLite lives in this process: what begins a transaction there cannot be done and then fail.
        return self.do(lambda: execute(sql, params, many, context), can_be_done=not sql.startswith("BEGIN"))

    def do(self, deed: Any, *, can_be_done: bool = True) -> Any:
        """Do it, unless it is its turn to fail."""
        self.asked += 1
        is_turn = self.asked == self.nth
        if is_turn and not (self.after and can_be_done):
            raise self.error
        done = deed()
        if is_turn:
            raise self.error
        return done


@contextmanager
def failing(nth: int, error: Exception = TROUBLES[0], *, after: bool = False) -> Iterator[Failing]:
    """Let the nth statement or commit fail; 0 lets all through and only counts."""
    fault, commit = Failing(nth, error, after=after), connection._commit
    connection._commit = lambda: fault.do(commit)
    try:
        with connection.execute_wrapper(fault):
            yield fault
    finally:
        del connection._commit
