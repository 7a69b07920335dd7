"""Saving while one types: "saved" is said only of an answer that stands."""

import re

import pytest

from assessments.papers import places
from tests.reading import browser, form_with, words

JSON = {"accept": "application/json"}


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


@pytest.fixture
def address(under_way):
    return f"/en/sittings/{under_way.pk}/1/"


def open_tab(client, address):
    return form_with(client.get(address), "choice")["data"]


def answer_to(address):
    """Return where the script of a question's page sends its answers."""
    return f"{address.rstrip('/').rpartition('/')[0]}/answer/"


def send(client, address, tab, choice, later=0):
    data = tab | {"choice": choice, "sequence": int(tab["sequence"]) + later}
    return client.post(answer_to(address), data, headers=JSON)


def test_an_answer_is_said_to_be_saved_with_the_minute(mei, under_way, address):
    told = send(mei, address, open_tab(mei, address), "b")
    assert told.status_code == 200
    assert told.json()["state"] == "saved"
    assert re.fullmatch(r"Saved at \d\d:\d\d", told.json()["message"])
    assert told.json()["message"].endswith(told.json()["at"])
    assert places(under_way)[0].answer == "b"


def test_the_overview_is_told_how_many_are_saved(mei, under_way, address):
    def counted(position):
        question = f"/en/sittings/{under_way.pk}/{position}/"
        return send(mei, question, open_tab(mei, question), "b").json()["counted"]

    assert counted(1) == "Filled: answered and saved, 1. Square: come back."
    assert counted(2) == "Filled: answered and saved, 2. Square: come back."
    assert counted(1) == "Filled: answered and saved, 2. Square: come back."


def test_sending_it_again_says_the_same(mei, under_way, address):
    tab = open_tab(mei, address)
    first, again = (send(mei, address, tab, "b") for _ in range(2))
    assert first.json() == again.json()
    assert under_way.responses.count() == 1


def test_answers_of_one_page_that_overtake_each_other_end_right(mei, under_way, address):
    tab = open_tab(mei, address)
    assert send(mei, address, tab, "c", later=2).status_code == 200
    assert send(mei, address, tab, "b", later=1).status_code == 409
    assert places(under_way)[0].answer == "c"


def test_of_two_tabs_the_page_opened_later_wins_and_the_older_is_told(mei, under_way, address):
    older, newer = open_tab(mei, address), open_tab(mei, address)
    assert send(mei, address, newer, "b").status_code == 200
    told = send(mei, address, older, "c", later=500)
    assert told.status_code == 409
    assert told.json()["state"] == "overtaken"
    assert "That one stands." in told.json()["message"]
    assert places(under_way)[0].answer == "b"


def test_two_tabs_without_scripts_end_the_same(mei, under_way, address):
    older, newer = open_tab(mei, address), open_tab(mei, address)
    mei.post(address, newer | {"choice": "b"})
    late = mei.post(address, older | {"choice": "c"})
    assert late.status_code == 409
    assert "A later answer to this question was saved from another page. That one stands." in words(late)
    assert form_with(late, "choice")["data"]["choice"] == "b"
    assert places(under_way)[0].answer == "b"


def test_two_devices_are_two_tabs(cast, under_way, address):
    phone, library = browser(cast.mei), browser(cast.mei)
    first, second = open_tab(phone, address), open_tab(library, address)
    assert send(library, address, second, "a").status_code == 200
    assert send(phone, address, first, "b").status_code == 409


def test_a_page_fetched_from_the_browsers_history_is_not_said_to_be_saved(mei, under_way, address):
    old = open_tab(mei, address)
    mei.post(address, old | {"choice": "b"})
    assert mei.post(address, old | {"choice": "c"}).status_code == 409
    assert places(under_way)[0].answer == "b"


def test_somebody_who_was_signed_out_is_not_told_that_it_was_saved(cast, under_way, address):
    mei = browser(cast.mei)
    tab = open_tab(mei, address)
    mei.logout()
    assert send(mei, address, tab, "b").status_code == 302
    assert not under_way.responses.exists()
