"""The whole road in a browser: a newcomer joins, learns, is tested, is certified, and a stranger checks it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.pictures import Album
from tests.browser.sitting import Sitting

NAMES = {"en": "Lin Xiaoman", "zh-hans": "林小满"}
CODE = re.compile(r"(?:[0-9A-Z]{4}\s){5}[0-9A-Z]{4}")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_newcomer_walks_the_road_to_a_certificate(people: People, cards: dict[str, str], language: str) -> None:
    learner = Learner.on(people.phone(language), language, Album.new(language))
    learner.visit()
    if language == "en":
        learner.type_code(cards[language].partition("#")[2])
    else:
        learner.scan_code(cards[language])
    learner.make_account()
    learner.see("dashboard-new")

    take_the_first_test(learner, people)
    learner.go_on("anshan/[a-z-]+/")
    learner.read("book")
    learner.go_on("anshan/[a-z-]+/")
    learner.fill_questionnaire()
    learner.go_on("anshan/[a-z-]+/")
    learner.watch_film()
    learner.go_on("anshan/[a-z-]+/")
    learner.read("course")
    learner.go_on(r"tests/\d+/")
    sitting = Sitting.begin(learner, "end")
    sitting.hurry(1)
    sitting.hand_in("end")

    sheet = learner.print_certificate(NAMES[language])
    code, link = read_sheet(sheet, NAMES[language])
    assert link == f"{people.watch.site}/c/#{code.replace(' ', '')}"
    check_as_a_stranger(people, learner, code, link)
    assert not learner.untranslated


def take_the_first_test(learner: Learner, people: People) -> None:
    """Begin on one phone, load the page again, go on with another, hand in there."""
    learner.go_on(r"tests/\d+/")
    sitting = Sitting.begin(learner, "intake")
    learner.see("question")
    sitting.choose(1)
    learner.see("question-saved")
    learner.page.reload()
    assert sitting.chosen() == 1
    sitting.go_to(2)
    sitting.choose(2)

    other = Learner.on(people.phone(learner.language), learner.language, learner.album)
    other.sign_in(learner.handle)
    other.see("dashboard-mid-test")
    other.go_on(r"tests/\d+/")
    resumed = Sitting.begin(other)
    assert resumed.chosen() == 1 and resumed.answered() == 2
    resumed.go_to(3)
    resumed.hurry(3)
    resumed.hand_in("intake")


def read_sheet(path: Path, name: str) -> tuple[str, str]:
    """Return the code printed on a certificate and where the link beside its QR code leads."""
    assert path.read_bytes().startswith(b"%PDF")
    page = PdfReader(path).pages[0]
    text = page.extract_text()
    assert name in text.replace("\n", "")
    links = [note.get_object().get("/A", {}).get("/URI") for note in page.get("/Annots", [])]
    code = CODE.search(text)
    assert code, text
    return re.sub(r"\s", " ", code.group()), next((str(link) for link in links if link), "")


def check_as_a_stranger(people: People, learner: Learner, code: str, link: str) -> None:
    """Check the certificate with its name, then with another name."""
    stranger = Learner.on(people.phone(learner.language), learner.language, learner.album)
    stranger.page.goto(link)
    assert stranger.page.locator("[name=code]").input_value() == link.partition("#")[2]
    assert "#" not in stranger.page.url
    stranger.page.locator("[name=name]").fill(NAMES[learner.language])
    stranger.send()
    expect(stranger.page.locator(".answer:not(.unknown)")).to_be_visible()
    matches = stranger.page.locator(".answer dd").last.inner_text()
    stranger.see("verified")
    stranger.page.locator("[name=code]").fill(code.lower())
    stranger.page.locator("[name=name]").fill("Somebody Else")
    stranger.send()
    expect(stranger.page.locator(".answer:not(.unknown)")).to_be_visible()
    assert stranger.page.locator(".answer dd").last.inner_text() != matches
    assert not stranger.untranslated
