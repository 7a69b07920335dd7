"""The cast in a copy of the test database, for what only really committed rows show: threads, files, other processes.

A test file here marks itself with `django_db(transaction=True)`, which asks for the test database to be made.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.cast import Cast, make_cast


@pytest.fixture(autouse=True)
def _django_db_marker() -> None:
    """Keep pytest-django from emptying the database: these tests write to a copy of it."""


@pytest.fixture
def cast(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Cast]:
    """The cast in a copy of the database, because threads need what is really committed."""
    name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = copy(str(name), tmp_path)
        try:
            yield make_cast()
        finally:
            mine = connection.settings_dict["NAME"]
            connection.close()
            connection.settings_dict["NAME"] = name
            if connection.vendor == "postgresql":
                command(f'DROP DATABASE "{mine}" WITH (FORCE)')


def copy(name: str, folder: Path) -> str:
    """Copy the empty test database and return the copy's name."""
    if connection.vendor == "postgresql":
        command(f'CREATE DATABASE "{name}_races" TEMPLATE "{name}"')
        return f"{name}_races"
    with sqlite3.connect(name) as source, sqlite3.connect(folder / "races.sqlite3") as target:
        source.backup(target)
    return str(folder / "races.sqlite3")


def command(sql: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)
