"""The cast in a copy of the test database, for what only really committed rows show: threads, files, other processes.

A test file here marks itself with `django_db(transaction=True)`, which asks for the test database to be made.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast, make_cast
from tests.copies import copied_database


@pytest.fixture(autouse=True)
def _django_db_marker() -> None:
    """Keep pytest-django from emptying the database: these tests write to a copy of it."""


@pytest.fixture
def cast(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Cast]:
    """The cast in a copy of the database, because threads need what is really committed."""
    with django_db_blocker.unblock(), copied_database(tmp_path, "races"):
        yield make_cast()
