"""The daily job on a database that really commits: idle people go, so do those whom a backup brought back."""

import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import QuerySet

from config.groundwork.schedules import JOBS
from config.tasks import keep_no_longer
from people.erasure import bury
from people.models import User
from tests.clock import on
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
MARCH, LATER = datetime.date(2026, 3, 1), datetime.date(2027, 4, 1)


@pytest.fixture(autouse=True)
def erasures(settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "elsewhere" / "erased")


def files() -> bytes:
    name = Path(connection.settings_dict["NAME"])
    return b"".join(path.read_bytes() for path in name.parent.glob(f"{name.name}*"))


def test_it_is_among_the_scheduled_ones():
    assert JOBS["keep no longer"] == ("config.tasks.keep_no_longer", 24 * 60)


def test_idle_people_go_however_many_and_leave_nothing_in_the_files(cast, monkeypatch):
    """As many as Django reads in several goes: a query still open keeps SQLite from emptying its log."""
    whole = QuerySet._iterator
    monkeypatch.setattr(QuerySet, "_iterator", lambda self, chunked, _size: whole(self, chunked, 2))
    for number in range(5):
        UserFactory(handle=f"idle-{number}", audience=cast.mei.audience, active_in=MARCH)
    with on(LATER):
        gone = keep_no_longer()
    assert gone["accounts"] == 5
    assert not User.objects.filter(handle__startswith="idle-").exists()
    assert connection.vendor != "sqlite" or b"idle-" not in files()


def test_whom_a_backup_brought_back_goes_again(cast):
    bury(cast.bo.pk)
    with on(MARCH):
        assert keep_no_longer()["risen"] == 1
    assert not User.objects.filter(pk=cast.bo.pk).exists()
    with on(MARCH):
        assert keep_no_longer()["risen"] == 0
