"""A test on one page: each answer saved as it is given, with scripts off by one button, and the end."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.answers import change, held, mid_test, new_letter, number_of
from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.looking import sideways, violations
from tests.browser.pictures import Album
from tests.browser.site import Site
from tests.browser.sitting import CLOCK

LAYOUT = "update assessments_steptest set layout = ?"


@pytest.fixture
def one_page(site: Site) -> Iterator[None]:
    """Let every test be on one page."""
    change(site, LAYOUT, "ONE_PAGE")
    yield
    change(site, LAYOUT, "ONE_BY_ONE")


def come_in(learner: Learner) -> None:
    """Open the test."""
    learner.go_on(r"tests/\d+/")
    learner.send()
    learner.is_at(r"sittings/[0-9a-f-]{36}/sheet/(#q1)?")


@pytest.mark.usefixtures("one_page")
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_it_can_be_used_by_everyone(people: People, site: Site, language: str) -> None:
    phone = mid_test(people, site, language=language)
    learner = Learner.on(phone, language, Album.new(f"one-page-{language}"))
    come_in(learner)
    state = learner.page.locator("#state")
    question = learner.page.locator(".asked").nth(11)
    letter = new_letter(held(site, number_of(learner.page)).get(12))
    question.locator(f".pick:has([value={letter}]) label").click()
    expect(state).to_have_text(CLOCK)
    question.locator(".tick input").set_checked(language == "en")
    expect(learner.page.locator(".over a").nth(11)).to_have_class("did back" if language == "en" else "did")
    assert held(site, number_of(learner.page))[12] == letter
    learner.see("sheet")
    faults = violations(learner.page, "sheet") + sideways(learner.page, "sheet")
    assert not faults, "\n".join(faults)


@pytest.mark.usefixtures("one_page")
def test_without_scripts_one_button_saves_everything(people: People, site: Site) -> None:
    learner = Learner.on(people.phone(java_script_enabled=False), "en")
    learner.sign_in("exam-open", site.demonstration_password)
    come_in(learner)
    page = learner.page
    for number in range(5):
        page.locator(".asked").nth(number).locator(".pick label").nth(number % 3).click()
    learner.send()
    expect(page.locator("#state")).to_have_text(CLOCK)
    assert held(site, number_of(page)) == {1: "a", 2: "b", 3: "c", 4: "a", 5: "b"}
    page.locator("[name=go][value=finish]").click()
    learner.is_at(r"sittings/[0-9a-f-]{36}/finish/")
    expect(page.locator("main strong").first).to_contain_text("15 questions have no answer yet.")
    page.get_by_role("link", name="No, back to the questions").click()
    learner.is_at(r"sittings/[0-9a-f-]{36}/sheet/#q1")
