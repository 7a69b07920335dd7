"""After an erasure neither a dump nor the files of the database hold a trace: the files are read as they are."""

import datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from people.actions import issue_recovery_codes
from people.erasure import erase
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.certificates import award, certificate
from tests.factories.people import PASSWORD
from tests.reading import browser

pytestmark = pytest.mark.django_db(transaction=True)


def dump() -> str:
    """Return every value of every table, as text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 -- names of tables
            found += [str(value) for row in cursor.fetchall() for value in row]
    return "\n".join(found)


def files() -> bytes:
    """Return all bytes of the database's files, its log included."""
    name = Path(connection.settings_dict["NAME"])
    return b"".join(path.read_bytes() for path in name.parent.glob(f"{name.name}*"))


def traces(user) -> list[str]:
    return [user.handle, user.pk.hex, str(user.pk)]


@pytest.fixture
def known(cast, settings, tmp_path):
    """Mei has left traces everywhere: a sitting, a certificate, codes, a signed-in browser."""
    settings.ERASURES_FILE = str(tmp_path / "elsewhere" / "erased")
    test = StepTestFactory(step__programme=cast.programme)
    sitting(test, cast.enrolment_of(cast.mei), right=2, submitted_on=datetime.date(2026, 3, 9))
    certificate(award([test.step]), cast.mei)
    issue_recovery_codes(cast.mei)
    client = browser()
    client.post("/accounts/login/", {"login": cast.mei.handle, "password": PASSWORD})
    assert client.get("/en/me/").status_code == 200
    return cast.mei


def test_a_dump_holds_nothing_of_the_person(known):
    held = dump()
    assert any(trace in held for trace in traces(known))
    erase(known)
    held = dump()
    assert [trace for trace in traces(known) if trace in held] == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's files are its own; VACUUM runs daily")
def test_the_files_hold_nothing_of_the_person(known):
    assert any(trace.encode() in files() for trace in traces(known))
    erase(known)
    held = files()
    assert [trace for trace in traces(known) if trace.encode() in held] == []


def test_every_table_of_ours_was_looked_at(known):
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    assert {model._meta.db_table for model in apps.get_models()} <= tables
