"""The choice of a language: kept, and on to the same page in it."""

import pytest
from django.conf import settings

from tests.factories.courses import home_page
from tests.reading import browser, links


@pytest.fixture(autouse=True)
def home(db):
    home_page()


def test_the_same_page_in_the_other_language(client):
    answer = client.get("/language/zh-hans/?next=/en/join/")
    assert answer.url == "/zh-hans/join/"
    cookie = answer.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie.value, cookie["samesite"]) == ("zh-hans", "Lax")


def test_it_holds_for_the_next_visit(client):
    client.get("/language/vi/?next=/en/")
    assert client.get("/").url == "/vi/"


def test_a_page_without_a_language_stays_where_it_is(client):
    assert client.get("/language/zh-hans/?next=/c/").url == "/c/"


@pytest.mark.parametrize(
    "next_", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "javascript:alert(1)", ""]
)
def test_nobody_is_led_off_the_site(client, next_):
    answer = client.get("/language/vi/", {"next": next_})
    assert answer.status_code == 302
    assert answer.url == "/"


@pytest.mark.parametrize("language", ["xx", "fr", "zh", "en-gb"])
def test_a_language_the_site_does_not_speak_is_a_404(client, language):
    assert client.get(f"/language/{language}/?next=/en/join/", follow=True).status_code == 404
    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


def test_an_account_remembers_it(cast):
    browser(cast.mei).get("/language/km/?next=/en/me/")
    cast.mei.refresh_from_db()
    assert cast.mei.language == "km"
    assert browser(cast.mei).get("/me/").url == "/km/me/"


def test_every_page_offers_all_five(client):
    offered = [link for link in links(client.get("/en/join/")) if link.startswith("/language/")]
    assert offered == [f"/language/{code}/?next=/en/join/" for code, _name in settings.LANGUAGES]
