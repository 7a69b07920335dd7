"""Leave quickly: out, swept, and on a page that says nothing."""

import datetime

from people.models import Session
from tests.clock import on
from tests.reading import browser, links, words


def test_leaving_signs_out_and_ends_the_session(cast):
    mei = browser(cast.mei)
    assert mei.get("/leave/").status_code == 200
    assert "/accounts/login/" in mei.get("/en/me/").url
    assert not Session.objects.exists()


def test_the_browser_is_told_to_forget(cast):
    answer = browser(cast.mei).get("/leave/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "no-store" in answer.headers["Cache-Control"]


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
