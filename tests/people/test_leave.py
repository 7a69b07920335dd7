"""Leave quickly: out, swept, and on a page that says nothing."""

import datetime

import pytest

from people.models import Session
from tests.clock import on
from tests.reading import browser, links, words


def held(client):
    """Return the cookies a browser would still hold."""
    return {name for name, morsel in client.cookies.items() if morsel.value}


def test_leaving_signs_out_and_ends_the_session(cast):
    mei = browser(cast.mei)
    assert mei.get("/leave/").status_code == 200
    assert "/accounts/login/" in mei.get("/en/me/").url
    assert not Session.objects.exists()


@pytest.mark.parametrize(("method", "address"), [("get", "/leave/"), ("post", "/accounts/logout/")])
def test_the_browser_is_told_to_forget(cast, method, address):
    answer = getattr(browser(cast.mei), method)(address)
    # Not "cookies": the device's own mark would go with them.
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "no-store" in browser(cast.mei).get("/leave/").headers["Cache-Control"]


def test_leaving_takes_every_cookie_but_the_devices_own(cast):
    mei = browser(cast.mei)
    mei.cookies["__Host-shared"] = "on"
    mei.get("/language/zh-hans/")
    mei.get("/accounts/2fa/")
    assert {"__Host-session", "__Host-csrf", "__Host-language"} <= held(mei)
    mei.get("/leave/")
    assert held(mei) == {"__Host-shared"}


def test_a_message_still_unread_goes_too(cast):
    mei = browser(cast.mei)
    mei.post("/accounts/elsewhere/")
    assert "__Host-messages" in held(mei)
    mei.get("/leave/")
    assert held(mei) == set()


def test_signing_out_keeps_the_language_of_ones_own_device(cast):
    mei = browser(cast.mei)
    mei.get("/language/zh-hans/")
    mei.get("/accounts/2fa/")
    mei.post("/accounts/logout/")
    mei.get("/zh-hans/join/")
    assert held(mei) == {"__Host-csrf", "__Host-language"}


def test_the_page_is_a_calendar_and_names_nothing_of_ours(db):
    with on(datetime.date(2026, 3, 17)):
        page = browser().get("/leave/")
    assert "March 2026" in words(page)
    assert links(page) == []
    for told in ("Three", "learn", "health", "mei", "Sign in", "test"):
        assert told not in page.content.decode()


def test_leaving_twice_is_the_same(db):
    visitor = browser()
    assert visitor.get("/leave/").status_code == visitor.get("/leave/").status_code == 200
