"""A site that is set up and loaded once for a whole module: loading takes seconds, looking at it none."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test.utils import override_settings

# Small and still, whatever becomes of the courses that ship.
CURRICULUM = settings.ROOT / "tests" / "samples" / "curriculum"


@pytest.fixture(scope="module")
def empty_site(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """A site with languages, home pages, roles and schedules; everything is taken back after the module."""
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        # Secrets that commands make on first use go to a folder of the test's own.
        stack.enter_context(override_settings(VAR=tmp_path_factory.mktemp("var")))
        stack.enter_context(transaction.atomic())
        call_command("setup_site", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def loaded_site(empty_site) -> None:
    """A site with two courses as they stand in the files."""
    call_command("load_curriculum", folder=CURRICULUM, verbosity=0)


@pytest.fixture(scope="module")
def demonstration(loaded_site) -> None:
    """A site with the courses and the demonstration."""
    call_command("demo", verbosity=0)


@pytest.fixture
def curriculum(tmp_path: Path) -> Path:
    """A copy of the curriculum's smaller programme, to be spoilt."""
    folder = tmp_path / "curriculum"
    shutil.copytree(CURRICULUM / "community", folder / "community")
    shutil.copy(CURRICULUM / "facts.md", folder)
    return folder


@pytest.fixture
def change(curriculum: Path) -> Callable[[str, str, str], None]:
    """A function that replaces the first occurrence of a text in a file of the copy."""

    def replace(name: str, old: str, new: str) -> None:
        path = curriculum / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
