"""A lesson with every kind of block: usable by everyone, and a story and a word work without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import People
from tests.browser.looking import sideways, violations
from tests.browser.pictures import Album
from tests.browser.site import Site
from tests.browser.templates import manage

MAKE = "from tests.browser.teaching import teach; print(teach())"


@pytest.fixture(scope="module")
def address(site: Site) -> str:
    """Where the lesson is."""
    return manage(site.place, "shell", "--no-imports", "-c", MAKE).strip().splitlines()[-1]


def test_every_block_is_usable_by_everyone(people: People, address: str) -> None:
    page = people.phone().new_page()
    page.goto(address)
    for kept in page.locator("details").all():
        kept.locator("summary").click()
    Album.new("blocks").take(page, "every-block")
    assert violations(page, "blocks") + sideways(page, "blocks") == []


def test_a_story_and_a_word_without_scripts(people: People, address: str) -> None:
    page = people.phone(java_script_enabled=False).new_page()
    page.goto(address)
    goes_on(page)
    word = page.locator("a.term", has_text="shoulder")
    word.click()
    expect(page.locator("dt:target")).to_have_text("shoulder")
    page.get_by_role("link", name="Back to where “shoulder” stands").click()
    expect(page.locator(".term:target")).to_be_in_viewport()


def goes_on(page: Page) -> None:
    """Choose in the story: one scene is seen at a time, and the browser's way back takes a choice back."""
    scenes = page.locator(".scene")
    expect(scenes.nth(0)).to_be_visible()
    expect(scenes.nth(1)).to_be_hidden()
    page.get_by_role("link", name="Go in").click()
    expect(scenes.nth(0)).to_be_hidden()
    expect(scenes.nth(1)).to_be_visible()
    page.go_back()
    expect(scenes.nth(0)).to_be_visible()
    page.get_by_role("link", name="Go in").click()
    page.get_by_role("link", name="Begin again").click()
    expect(scenes.nth(0)).to_be_visible()
