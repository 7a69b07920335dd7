"""The staff interface under its content security policy: the watch over every page fails on a complaint."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import People
from tests.browser.staff import Office

# Lists, forms with a date and with lines to add, choosers of media, reports, one's own account.
SCREENS = (
    "/cms/",
    "/cms/pages/",
    "/cms/images/",
    "/cms/images/add/",
    "/cms/documents/",
    "/cms/media/",
    "/cms/cohort/",
    "/cms/cohort/new/",
    "/cms/reports/gains/",
    "/cms/account/",
)


@pytest.mark.parametrize("address", SCREENS)
def test_a_screen_works_without_a_complaint(people: People, office: Office, address: str) -> None:
    trainer = office.enter(people, "trainer")
    trainer.page.goto(address)
    expect(trainer.page.locator("#wagtail-sidebar a").first).to_be_visible()


def test_rich_text_and_choosers_open_in_the_editor(people: People, office: Office) -> None:
    trainer = office.enter(people, "trainer")
    page = trainer.page
    trainer.find_page("The first ten minutes", "/en/anshan/course/breath/ten-minutes/")
    expect(page.locator(".DraftEditor-root").first).to_be_visible()
    page.locator("[data-side-panel-toggle=preview]").click()
    expect(page.frame_locator("#w-preview-iframe").locator("main")).to_be_visible()
    page.goto("/cms/cohort/new/")
    page.locator("input[name=starts_on]").click()
    expect(page.locator(".xdsoft_datetimepicker").first).to_be_attached()
    page.get_by_role("button", name=re.compile("Add")).first.click()
