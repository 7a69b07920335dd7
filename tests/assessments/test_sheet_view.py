"""All questions at once: for a test on one page, and for the script that turns pages without a line."""

import re

import pytest

from assessments.choices import Layout
from assessments.papers import places
from tests.factories.assessments import StepTestFactory, instrument, sitting
from tests.reading import browser, form_with, queries, words

SCRIPT = {"accept": "text/x-sheet"}


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


@pytest.fixture
def address(under_way):
    return f"/en/sittings/{under_way.pk}/sheet/"


@pytest.fixture
def one_page(intake):
    intake.layout = Layout.ONE_PAGE
    intake.save()


def choices(sitting):
    return [place.answer for place in places(sitting)]


def press(client, address, chosen, go="stay", **changes):
    """Open the page, choose by position, press a button: what a browser without scripts sends."""
    form = form_with(client.get(address), "sequence")
    items = sorted((name for name in form["names"] if name.endswith("-item")), key=lambda name: int(form["data"][name]))
    picked = {items[at - 1].replace("item", "choice"): choice for at, choice in chosen.items()}
    return client.post(address, form["data"] | picked | {"go": go} | changes)


def test_the_script_gets_every_question_under_names_of_its_own(mei, under_way, address):
    body = mei.get(address, headers=SCRIPT).content.decode()
    assert body.count("<fieldset>") == 4
    assert "<html" not in body
    ids = re.findall(r'\bid="([^"]+)"', body)
    assert len(set(ids)) == len(ids)
    for item in under_way.form.items.all():
        assert f'name="q{item.pk}-choice"' in body
    assert set(re.findall(r'\sname="([a-z]+)"', body)) == {"go"}


def test_a_sheet_is_a_page_with_a_number_of_its_own(mei, under_way, address):
    numbers = [int(re.search(r'data-sequence="(\d+)"', mei.get(address, headers=SCRIPT).content.decode())[1])]
    numbers.append(int(re.search(r'data-sequence="(\d+)"', mei.get(address, headers=SCRIPT).content.decode())[1]))
    assert numbers == [1_000_001, 2_000_001]


def test_where_questions_stand_one_on_a_page_there_is_no_other(mei, under_way, address):
    assert mei.get(address).url == f"/en/sittings/{under_way.pk}/1/"


def test_a_test_on_one_page_shows_it_wherever_one_comes_in(mei, under_way, address, one_page):
    assert mei.get(f"/en/sittings/{under_way.pk}/3/").url == f"{address}#q3"
    assert words(mei.get(address)).count("What about") == 4


def test_save_saves_everything_and_stays(mei, under_way, address, one_page):
    assert press(mei, address, {1: "b", 3: "dk"}).url == address
    assert choices(under_way) == ["b", None, "dk", None]
    page = mei.get(address)
    assert "Saved at" in words(page)
    assert sorted(value for name, value in form_with(page, "sequence")["data"].items() if "choice" in name) == [
        "b",
        "dk",
    ]


def test_pressing_it_again_adds_nothing(mei, under_way, address, one_page):
    press(mei, address, {1: "b"})
    press(mei, address, {1: "b"})
    assert under_way.responses.count() == 1


def test_the_other_button_saves_and_leads_to_the_end(mei, under_way, address, one_page):
    assert press(mei, address, {2: "a"}, go="finish").url == f"/en/sittings/{under_way.pk}/finish/"
    assert choices(under_way)[1] == "a"


def test_an_answer_that_fits_nowhere_takes_no_other_with_it(mei, under_way, address, one_page):
    refused = press(mei, address, {1: "zz", 2: "c"})
    assert refused.status_code == 422
    assert "question 1 does not belong there" in words(refused)
    assert choices(under_way) == [None, "c", None, None]


def test_a_page_of_another_form_changes_nothing(mei, under_way, address, one_page):
    refused = press(mei, address, {1: "a"}, form="999999")
    assert refused.status_code == 422
    assert not under_way.responses.exists()


def test_a_question_that_was_not_sent_is_left_alone(mei, under_way, address, one_page):
    press(mei, address, {1: "b", 2: "c"})
    mei.post(address, {"form": under_way.form_id, "sequence": 9_000_000})
    assert choices(under_way) == ["b", "c", None, None]


def test_a_page_opened_earlier_is_told_that_it_was_overtaken(mei, under_way, address, one_page):
    old = form_with(mei.get(address), "sequence")["data"]
    press(mei, address, {1: "b"})
    item = places(under_way)[0].item
    told = mei.post(address, old | {f"q{item}-choice": "c"})
    assert told.status_code == 409
    assert "That one stands." in words(told)
    assert choices(under_way)[0] == "b"


@pytest.mark.parametrize("name", ["bo", "lan", "lead", "author"])
def test_a_strangers_sheet_does_not_exist(cast, under_way, address, name):
    stranger = browser(getattr(cast, name))
    assert stranger.get(address).status_code == 404
    assert stranger.get(address, headers=SCRIPT).status_code == 404
    assert stranger.post(address, {}).status_code == 404


def test_no_sheet_is_kept_by_the_browser(mei, address):
    assert "no-store" in mei.get(address, headers=SCRIPT).headers["Cache-Control"]


def test_a_sheet_costs_the_same_for_one_question_and_for_thirty(cast):
    costs = []
    for count, code in ((1, "one"), (30, "thirty")):
        test = StepTestFactory(
            step__programme=cast.programme,
            step__code=code,
            instrument=instrument(slug=code, questions=count),
            layout=Layout.ONE_PAGE,
        )
        made = sitting(test, cast.enrolment_of(cast.mei), right=count)
        costs.append(queries(browser(cast.mei), f"/en/sittings/{made.pk}/sheet/"))
    assert costs[0] == costs[1]
