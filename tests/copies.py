"""A copy of the migrated test database, for what only really committed rows show: threads, files, other processes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def copied_database(folder: Path, label: str) -> Iterator[str]:
    """Turn this process to a copy of the test database, gone afterwards; gives what `DATABASE_URL` calls it."""
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = mine = _copy(str(name), folder, label)
    try:
        yield _address(mine)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name
        if connection.vendor == "postgresql":
            _command(f'DROP DATABASE "{mine}" WITH (FORCE)')


def _copy(name: str, folder: Path, label: str) -> str:
    if connection.vendor == "postgresql":
        # A thread of an earlier test may have left its connection, and a database in use is not copied.
        _command(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")  # noqa: S608 -- the name of a test database
        _command(f'CREATE DATABASE "{name}_{label}" TEMPLATE "{name}"')
        return f"{name}_{label}"
    path = folder / f"{label}.sqlite3"
    with sqlite3.connect(name) as source, sqlite3.connect(path) as target:
        source.backup(target)
    return str(path)


def _address(name: str) -> str:
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    at = connection.settings_dict
    password = f":{at['PASSWORD']}" if at["PASSWORD"] else ""
    return f"postgres://{at['USER']}{password}@{at['HOST']}:{at['PORT']}/{name}"


def _command(sql: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)
