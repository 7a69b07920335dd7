"""The home page: in each language, with the programmes by audience and what is kept."""

import pytest
from django.conf import settings
from django.core.cache import cache

from tests.factories.courses import ProgrammeFactory, home_page, programme_page, translated
from tests.reading import browser, links, queries, words

CODES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture
def offered(cast):
    return programme_page(cast.programme)


@pytest.fixture
def everywhere(offered):
    """The home page and its programme in all five languages."""
    for language in CODES[1:]:
        translated(offered, language)


def test_it_shows_each_programme_with_its_audience_and_points(offered, client):
    said = words(client.get("/en/"))
    for told in ("For all", "Health and safety", "One", "Two", "Time"):
        assert told in said
    assert offered.url in links(client.get("/en/"))


def test_it_says_what_is_kept_and_never_asked(offered, client):
    said = words(client.get("/en/"))
    assert "a name you invent" in said
    assert "a real name, phone number, e-mail or ID number" in said


def test_it_leads_to_joining_signing_in_and_checking(offered, client):
    assert {"/en/join/", "/accounts/login/", "/c/"} <= set(links(client.get("/en/")))


@pytest.mark.parametrize("language", CODES)
def test_it_answers_in_every_language(everywhere, client, language):
    page = client.get(f"/{language}/")
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.content.decode()
    assert page.headers["Content-Language"] == language
    assert f"/{language}/anshan/" in links(page)


def test_a_programme_not_yet_translated_says_in_which_language_it_is(everywhere, client):
    assert 'lang="en"' in client.get("/km/").content.decode()


@pytest.mark.parametrize(
    ("wanted", "led"),
    [("zh-CN,zh;q=0.9", "/zh-hans/"), ("vi", "/vi/"), ("my", "/my/"), ("km-KH", "/km/"), ("th", "/en/"), ("", "/en/")],
)
def test_a_visitor_is_led_to_their_own_language(everywhere, client, wanted, led):
    assert client.get("/", headers={"accept-language": wanted}).url == led


def test_without_a_programme_it_says_what_to_do(db, client):
    home_page()
    assert "No programme is open yet." in words(client.get("/en/"))


def test_what_is_not_published_is_not_offered(offered, client):
    offered.unpublish()
    assert "Health and safety" not in words(client.get("/en/"))


def test_it_costs_the_same_for_one_programme_and_for_thirty(offered):
    cache.clear()
    before = queries(browser(), "/en/")
    for _ in range(29):
        programme_page(ProgrammeFactory())
    assert queries(browser(), "/en/") == before
