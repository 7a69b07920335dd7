"""Marked values go through all flows; afterwards nothing the site keeps holds them: tables, files, cache, logs, media."""

import base64
import binascii
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection

from certificates.actions import make_version
from courses.actions import create_join_code, plain_join_code
from people.models import Session, User
from tests.cast import make_cast
from tests.copies import copied_database
from tests.factories.certificates import certificate
from tests.reading import browser, form_with, words
from tests.roles import AUTHOR, TRAINER, World, make_world
from tests.uploads import with_place

# Asks for the test database to be made; the test writes to a copy of it, whose raw files it reads.
pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS, AGENT, NAME, HANDLE = "203.0.113.77", "CanaryAgent/9.9", "Wilhelmina Canarybird", "canaryheron"
MARKS = {
    "REMOTE_ADDR": ADDRESS,
    "HTTP_X_FORWARDED_FOR": ADDRESS,
    "HTTP_FORWARDED": f"for={ADDRESS}",
    "HTTP_X_REAL_IP": ADDRESS,
    "HTTP_USER_AGENT": AGENT,
}
NEVER = (ADDRESS, AGENT, NAME, "Canarybird", "Canaryphone")
PASSWORD = "four plain words kept"
RECOVERY_CODE = re.compile(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b")
PACKED = re.compile(r"[A-Za-z0-9+/_=-]{24,}")


@pytest.fixture(autouse=True)
def _django_db_marker() -> None:
    """Keep pytest-django from emptying the database: a copy of it is written to."""


@pytest.fixture
def world(django_db_setup, django_db_blocker, tmp_path, settings) -> Iterator[World]:
    """Everybody, on a database with files of its own, with the cache of a real site and a folder for media."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    with django_db_blocker.unblock(), copied_database(tmp_path, "canaries"):
        settings.CACHES = {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": "cache",
                "KEY_FUNCTION": "people.cache_keys.hashed_key",
            }
        }
        call_command("createcachetable")
        yield make_world(make_cast())


def marked() -> Client:
    """Return a browser whose every request carries the marks."""
    return Client(**MARKS, raise_request_exception=False)


def join(world: World, phone: Client) -> tuple[User, str]:
    """Join with a card, first with a wrong code; return the account and one recovery code."""
    code = create_join_code(world.peers, seats=1, expires_on=timezone.localdate() + datetime.timedelta(days=9))
    phone.post("/en/join/", {"code": "7K2M-Q9XD-4HTV"})
    phone.post("/en/join/", {"code": plain_join_code(code)})
    phone.get("/en/join/notice/")
    phone.post("/en/join/notice/", {"read": "on"})
    phone.get("/en/join/name/")
    assert phone.post("/en/join/name/", {"handle": HANDLE, "password": PASSWORD}).url == "/en/join/codes/"
    codes = RECOVERY_CODE.findall(words(phone.get("/en/join/codes/")))
    phone.post("/en/join/codes/", {"kept": "on"})
    return User.objects.get(handle__startswith=HANDLE), codes[0]


def learn(world: World, phone: Client, learner: User) -> None:
    """Read a lesson, sit a test, print a certificate and have it checked."""
    assert phone.get("/en/me/").status_code == 200
    assert phone.post(world.lesson.url, {"done": "1"}).status_code == 302
    question = phone.post(f"/en/tests/{world.test.pk}/").url
    form = form_with(phone.get(question), "choice")["data"]
    assert phone.post(question, form | {"choice": "a", "go": "next"}).status_code == 302
    assert "/result/" in phone.post(re.sub(r"\d+/$", "finish/", question)).url
    held = certificate(world.certificate.award, learner)
    phone.get(f"/en/certificates/{held.pk}/")
    assert phone.post(f"/en/certificates/{held.pk}/", {"name": NAME}).content.startswith(b"%PDF")
    for typed in (NAME, "Somebody Else"):
        assert phone.post("/c/", {"code": make_version(held, NAME), "name": typed}).status_code == 200


def come_and_go(phone: Client, learner: User, recovery_code: str) -> None:
    """Leave, sign in right and wrong, recover, and knock at doors that are closed."""
    phone.get("/leave/")
    sign_in = {"login": learner.handle, "password": PASSWORD}
    assert phone.post("/accounts/login/", sign_in).url == "/me/"
    phone.post("/accounts/reauthenticate/", {"password": "not this one"})
    phone.post("/accounts/logout/")
    recovery = {"handle": learner.handle, "password": "five plain words kept here"}
    phone.post("/recovery/", recovery | {"code": "7K2M-Q9XD-4HTV-0000"})
    assert phone.post("/recovery/", recovery | {"code": recovery_code}).status_code == 302
    phone.get("/leave/")
    for _time in range(7):
        phone.post("/accounts/login/", sign_in | {"password": f"not this one, {NAME}"})
    for address in ("/cms/", f"/en/nothing/{HANDLE}/", "/media/../../secret", "//evil.example"):
        phone.get(address)
    phone.get("/", headers={"host": "evil.example"})
    Client(**MARKS, enforce_csrf_checks=True).post("/accounts/login/", sign_in)


def work(world: World) -> None:
    """Look at cohorts and reports, and upload a photograph with a place in it, as staff."""
    for role in (TRAINER, AUTHOR):
        staff = world.client(role)
        staff.defaults.update(MARKS)
        for address in ("/cms/", "/cms/cohort/", "/cms/pages/", "/en/me/", f"/en/cohorts/{world.peers.pk}/"):
            staff.get(address)
        staff.post(f"/en/cohorts/{world.peers.pk}/codes/", {"count": 2, "seats": 1, "expires_on": "2099-01-01"})
    photograph = SimpleUploadedFile("here.jpg", with_place())
    form = {"title": "Here", "file": photograph, "collection": Collection.get_first_root_node().pk}
    assert staff.post("/cms/images/add/", form).status_code == 302


def unpacked(text: str) -> str:
    """Return a text with whatever is packed in it by base 64 behind it."""
    found = [text]
    for part in PACKED.findall(text):
        try:
            found.append(base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_").decode(errors="replace"))
        except (ValueError, binascii.Error):
            continue
    return "\n".join(found)


def dump() -> dict[tuple[str, str], str]:
    """Return all that stands in the database by table and column, sessions and the cache unpacked."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
                    found[table, name] = found.get((table, name), "") + unpacked(text) + "\n"
    found["people_session", "unpacked"] = str([one.get_decoded() for one in Session.objects.all()])
    return found


def raw(folder: Path) -> bytes:
    """Return the bytes of every file of the database and of the media folder."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def places(mark: str, found: dict[tuple[str, str], str]) -> list[str]:
    return [".".join(place) for place, text in found.items() if mark.casefold() in text.casefold()]


def test_nothing_the_site_keeps_holds_address_agent_or_name(world, tmp_path, caplog, capfd):
    phone = marked()
    learner, code = join(world, phone)
    learn(world, phone, learner)
    before = dump()
    come_and_go(phone, learner, code)
    work(world)

    after = dump()
    assert {mark: places(mark, before | after) for mark in NEVER} == {mark: [] for mark in NEVER}
    # In the middle and at the end: a handle stands in one column and no other.
    for found in (before, after):
        assert places(HANDLE, found) == ["people_user.handle"]

    told = (
        caplog.text
        + "".join(str(record.__dict__.get("args")) for record in caplog.records)
        + "".join(capfd.readouterr())
    )
    assert [mark for mark in (*NEVER, HANDLE) if mark.casefold() in told.casefold()] == []
    kept = raw(tmp_path)
    assert (HANDLE.encode() in kept) == (connection.vendor == "sqlite")
    assert [mark for mark in NEVER if mark.encode() in kept] == []


def test_the_search_finds_a_mark_wherever_it_is_put(world, tmp_path):
    """It can fail: in a table, in the cache, in a session."""
    cache.set("somewhere", {"address": ADDRESS})
    User.objects.filter(pk=world.users[TRAINER].pk).update(notice_version=ADDRESS)
    signed_in = browser(world.users[TRAINER])
    session = signed_in.session
    session["agent"] = AGENT
    session.save()
    assert {"cache.value", "people_user.notice_version"} <= set(places(ADDRESS, dump()))
    assert places(AGENT, dump()) != []
    if connection.vendor == "sqlite":
        assert ADDRESS.encode() in raw(tmp_path)
