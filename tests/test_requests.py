"""What holds for requests of every kind: a form of ours, or nothing; and no way off the site."""

import re
from urllib.parse import quote, unquote, urlencode, urljoin, urlsplit

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import packages
from tests.factories.people import PASSWORD
from tests.matrix import IN, address_of, expected
from tests.reading import words
from tests.roles import ADMINISTRATOR, PASSWORD_ONLY, PEER, PEER_TRAINER, TRAINER, VISITOR
from tests.test_house_routes import DECLARED

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
# Besides what any visit writes: the stay, and the month of the last activity.
WRITES = re.compile(r"^\s*(INSERT INTO|UPDATE|DELETE FROM) .(?!people_session|people_user. SET .active_in)", re.I)
# Named by us, by Django, by allauth, by Wagtail, and the usual guesses.
PARAMETERS = ("next", "redirect_to", "redirect_field_name", "return", "return_to", "next_url", "url", "to", "goto")
OFF_SITE = (
    "//evil.example",
    "///evil.example",
    "////evil.example/x",
    "https:evil.example",
    "https:/evil.example",
    "https://evil.example/en/me/",
    "HTTPS://EVIL.EXAMPLE",
    "\\\\evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "/\r\n/evil.example",
    " https://evil.example",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "//evil%E3%80%82example",
    "%2f%2fevil.example",
    "%2F%5Cevil.example",
    "data:text/html,<script>alert(1)</script>",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "vbscript:msgbox(1)",
    "\x00//evil.example",
)


def insider(route: str, world, method: str = "POST") -> str:
    """Return a role that a route lets in, the visitor first."""
    roles = (VISITOR, PEER, TRAINER, PEER_TRAINER, ADMINISTRATOR)
    return next((role for role in roles if IN in expected(route, role, method)), VISITOR)


def leaves(location: str, asked: str) -> bool:
    """Tell whether a browser that follows this would leave the site; browsers drop blanks and turn backslashes."""
    read = re.sub(r"[\t\r\n\x00]", "", location).strip(" \x01\x0b\x0c").replace("\\", "/")
    to = urlsplit(urljoin(f"{SITE}{asked}", read))
    return (to.scheme, to.netloc) != ("http", "testserver")


@pytest.mark.parametrize("location", ["//evil.example", "/\\evil.example", "\t//evil.example", "javascript:alert(1)"])
def test_the_reader_of_locations_knows_a_way_out(location):
    assert leaves(location, "/en/")
    assert not leaves("/en/me/?next=//evil.example", "/en/")


@pytest.mark.parametrize("route", DECLARED, ids=lambda route: route or "front")
def test_a_form_that_is_not_ours_is_refused_and_writes_nothing(world, route):
    """The one question asked of every address that takes a POST, of somebody it would let in."""
    signed_in = world.client(insider(route, world))
    client = Client(enforce_csrf_checks=True)
    client.cookies = signed_in.cookies
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(address_of(route, world), {"code": "x", "done": "1", "name": "Nobody"})
    assert answer.status_code == 403
    assert "Nothing was saved" in words(answer)
    assert [query["sql"] for query in asked if WRITES.match(query["sql"])] == []


def test_packages_refuse_foreign_forms_as_well(world):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies = world.client(ADMINISTRATOR).cookies
    taken = {}
    for route in packages.routes():
        answer = client.post(packages.address_of(route, world))
        if answer.status_code != 403:
            taken[route] = answer.status_code
    assert taken == {}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "values", [OFF_SITE[::6], pytest.param(OFF_SITE, marks=pytest.mark.long)], ids=["some values", "all values"]
)
def test_no_address_leads_off_the_site_whatever_is_asked(world, method, values):
    """All values at every address: `make long-crawl`."""
    ways_out = []
    for route in DECLARED:
        address = address_of(route, world)
        client = world.client(insider(route, world))
        jar = client.cookies.copy()
        for value in values:
            query = urlencode(dict.fromkeys(PARAMETERS, value))
            client.cookies = jar.copy()
            with transaction.atomic():
                asked = f"{address}?{query}"
                sent = {"data": dict.fromkeys(PARAMETERS, value)} if method == "post" else {}
                answer = getattr(client, method)(asked, headers={"referer": "https://evil.example/"}, **sent)
                transaction.set_rollback(True)
            if leaves(answer.headers.get("Location", "/"), address):
                ways_out.append((asked, answer.headers["Location"]))
            # Seconds alone load the same page once more.
            if not answer.headers.get("Refresh", "0").isdecimal():
                ways_out.append((asked, answer.headers["Refresh"]))
    assert ways_out == []


@pytest.mark.parametrize("value", OFF_SITE)
@pytest.mark.parametrize(
    ("door", "form"),
    [
        ("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD}),
        ("/accounts/reauthenticate/", {"password": PASSWORD}),
        ("/accounts/logout/", {}),
        ("/language/vi/", {}),
    ],
)
def test_a_right_answer_leads_on_within_the_site(world, door, form, value):
    cache.clear()
    client = world.client(VISITOR if "login" in form else PEER)
    page = client.get(door, {"next": value})
    assert not leaves(page.headers.get("Location", "/"), door)
    for sent in ({"data": {**form, "next": value}}, {"data": form, "query_params": {"next": value}}):
        answer = client.post(door, **sent)
        assert answer.status_code == 302
        assert not leaves(answer.url, door)
        client = world.client(VISITOR if "login" in form else PEER)


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example/", "//evil.example/%2e%2e", "/en//evil.example/"])
@pytest.mark.parametrize("role", [VISITOR, PEER, PASSWORD_ONLY])
def test_an_address_that_looks_like_a_way_out_is_none(world, path, role):
    answer = world.client(role).get(f"{SITE}{path}", PATH_INFO=unquote(path))
    assert not leaves(answer.headers.get("Location", "/"), path)


@pytest.mark.parametrize("path", ["/cms/pages/&next=//evil.example/", "/cms/a b/?x=1", "/cms/%26next=x/"])
def test_the_way_back_is_one_value_whatever_the_address_holds(world, path):
    answer = world.client(PASSWORD_ONLY).get(path)
    assert answer.status_code == 302
    assert "&" not in urlsplit(answer.url).query


def test_the_way_back_to_a_lesson_is_encoded(world):
    lesson = world.lesson.url
    assert world.client(VISITOR).get(lesson).url == f"/accounts/login/?next={quote(lesson)}"
