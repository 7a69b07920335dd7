"""One question per page, with scripts off: every Next saves, and a reload shows what was saved."""

import re

import pytest

from assessments.papers import places
from tests.reading import browser, form_with, queries, words


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


def at(sitting, position=1):
    return f"/en/sittings/{sitting.pk}/{position}/"


def press(client, address, choice=None, go="next", **changes):
    """Open a page, choose, press a button: what a browser without scripts sends."""
    data = form_with(client.get(address), "choice")["data"] | {"go": go} | changes
    return client.post(address, data if choice is None else data | {"choice": choice})


def choices(sitting):
    return [place.answer for place in places(sitting)]


def test_a_page_shows_one_question_its_options_and_where_one_stands(mei, under_way):
    page = mei.get(at(under_way, 2))
    assert page.status_code == 200
    said = words(page)
    assert "question 2 of 4" in said
    assert said.count("What about") == 1
    assert "I don’t know." in said


def test_next_saves_and_goes_on(mei, under_way):
    assert press(mei, at(under_way), "b").url == at(under_way, 2)
    assert choices(under_way) == ["b", None, None, None]


def test_the_next_page_says_when_it_was_saved(mei, under_way):
    press(mei, at(under_way), "b")
    assert re.search(r"Saved at \d\d:\d\d", words(mei.get(at(under_way, 2))))
    assert "Saved at" not in words(mei.get(at(under_way, 2)))


def test_a_reload_and_another_device_show_what_was_saved(cast, mei, under_way):
    press(mei, at(under_way), "dk")
    for client in (mei, browser(cast.mei)):
        assert form_with(client.get(at(under_way)), "choice")["data"]["choice"] == "dk"


def test_back_saves_too_and_goes_back(mei, under_way):
    assert press(mei, at(under_way, 3), "c", go="prev").url == at(under_way, 2)
    assert choices(under_way)[2] == "c"


def test_the_last_next_and_finish_lead_to_the_end(mei, under_way):
    assert press(mei, at(under_way, 4), "a").url == f"/en/sittings/{under_way.pk}/finish/"
    assert press(mei, at(under_way, 1), "a", go="finish").url == f"/en/sittings/{under_way.pk}/finish/"


def test_a_question_may_be_passed_over_and_marked(mei, under_way):
    assert press(mei, at(under_way), back="1").status_code == 302
    assert choices(under_way)[0] is None
    assert "1 question" in words(mei.get(f"/en/sittings/{under_way.pk}/finish/"))


def test_a_changed_mind_is_saved(mei, under_way):
    press(mei, at(under_way), "b")
    press(mei, at(under_way), "c")
    assert choices(under_way)[0] == "c"


@pytest.mark.parametrize("position", [0, 5, 999])
def test_a_question_that_is_not_there_leads_to_the_end(mei, under_way, position):
    assert mei.get(at(under_way, position)).url == f"/en/sittings/{under_way.pk}/finish/"


def test_the_question_stands_in_the_language_of_the_page(mei, under_way):
    assert "怎么办" in words(mei.get(f"/zh-hans/sittings/{under_way.pk}/1/"))
    assert "What about" in words(mei.get(f"/km/sittings/{under_way.pk}/1/"))


@pytest.mark.parametrize("name", ["bo", "lan", "lead", "author"])
def test_a_strangers_sitting_does_not_exist(cast, under_way, name):
    stranger = browser(getattr(cast, name))
    assert stranger.get(at(under_way)).status_code == 404
    assert stranger.post(at(under_way), {"choice": "a"}).status_code == 404
    assert not under_way.responses.exists()


def test_a_visitor_signs_in(under_way, client):
    assert client.get(at(under_way)).url.startswith("/accounts/login/")


def test_the_page_costs_the_same_whatever_was_answered(mei, under_way):
    before = queries(mei, at(under_way))
    for position in (1, 2, 3, 4, 1, 2):
        press(mei, at(under_way, position), "a")
    assert queries(mei, at(under_way)) == before
