"""Grounds for storms: a copy of the test database in `make test`, databases of their own in the long runs."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.browser.templates import ROOT
from tests.copies import copied_database
from tests.load.ground import make_ground, stored_answers
from tests.load.sitters import Ground
from tests.postgresql import Cluster, NoPostgreSQLError, cluster

SITTERS = 50


@pytest.fixture(autouse=True)
def _django_db_marker() -> None:
    """Keep pytest-django from emptying the database: these tests write to a copy of it."""


@pytest.fixture
def copied(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[str]:
    """A copy of the migrated test database, to which this process writes; gives its address."""
    with django_db_blocker.unblock(), copied_database(tmp_path, "faults") as address:
        yield address


@pytest.fixture
def ground(copied: str) -> Callable[[int], Ground]:
    """Makes a test and so many learners in the copy."""
    return make_ground


@pytest.fixture
def stored(copied: str) -> Callable[[Ground], list[tuple[str, int, int, str]]]:
    """Lists the answers that the copy holds."""
    return lambda ground: stored_answers(ground.test)


@dataclass(frozen=True)
class Ravaged:
    """A database of its own with a test and fifty learners; on PostgreSQL with the server that holds it."""

    vendor: str
    address: str
    ground: Ground
    cluster: Cluster | None = None

    def stored(self) -> list[tuple[str, int, int, str]]:
        """Return the answers it holds."""
        return [tuple(row) for row in grounding(self.address, "stored", str(self.ground.test))]


@pytest.fixture(params=["sqlite", "postgresql"])
def ravaged(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ravaged]:
    """A database to be ravaged, once on SQLite and once on PostgreSQL; skipped where no PostgreSQL is found."""
    with ExitStack() as stack:
        server = None
        address = f"sqlite:///{tmp_path / 'site.sqlite3'}"
        if request.param == "postgresql":
            try:
                server = stack.enter_context(cluster())
            except NoPostgreSQLError as error:
                pytest.skip(str(error))
            address = server.create("faults")
        made = Ground(**grounding(address, "make", str(SITTERS)))
        yield Ravaged(request.param, address, made, server)


def grounding(address: str, *words: str) -> Any:
    """Make or read the ground in a process whose settings name the database."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.faults.settings", "DATABASE_URL": address}
    argv = [sys.executable, "-m", "tests.load.grounding", *words]
    done = subprocess.run(argv, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.rpartition("\n")[2])
