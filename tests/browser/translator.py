"""What an author and a translator do at a desk: write a new lesson, bring it into another language text by text."""

from collections.abc import Mapping

from playwright.sync_api import Locator, expect

from tests.browser.staff import Colleague


def write_lesson(author: Colleague, title: str, key: str) -> None:
    """Write a lesson beside the one that is open, with a key message, and hand it in."""
    page = author.page
    module = page.locator("nav[aria-label*=readcrumb] a").nth(-2).get_attribute("href")
    page.goto(f"/cms/pages/add/courses/readingpage/{str(module).rstrip('/').rpartition('/')[2]}/")
    page.locator("[name=title]").fill(title)
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name="Key message").click()
    page.locator("[name=body-0-value]").fill(key)
    page.locator("[name=body-0-value]").blur()
    author.submit_for_moderation()


def approve_what_waits(moderator: Colleague, title: str) -> None:
    """Publish a page from the list of what waits, without opening it."""
    page = moderator.page
    page.goto("/cms/")
    row = page.locator("tr", has_text=title).first
    row.locator(".w-dropdown__toggle").click()
    row.get_by_role("button", name="Approve", exact=True).click()
    expect(page.locator("tr", has_text=title)).to_have_count(0)


def find_in_overview(translator: Colleague, title: str) -> Locator:
    """Return the row of a page in the report of translations."""
    translator.page.goto("/cms/reports/translations/")
    return translator.page.locator("tr", has=translator.page.get_by_role("link", name=title, exact=True))


def translate(translator: Colleague, title: str, texts: Mapping[str, str]) -> None:
    """Begin the translation of a page into the first language of the overview, write each text, hand it in."""
    page = translator.page
    find_in_overview(translator, title).get_by_role("link", name="not begun").first.click()
    page.get_by_role("link", name="Translate this page").first.click()
    page.get_by_role("button", name="Submit").click()
    for source, text in texts.items():
        row = page.locator("li.incomplete", has_text=source)
        row.get_by_role("button", name="Translate").click()
        page.locator(".js-translation-editor textarea").fill(text)
        page.get_by_role("button", name="Save").click()
        expect(page.locator("li.complete", has_text=text)).to_be_visible()
    expect(page.get_by_text("Saving...")).to_have_count(0)
    translator.see("translated")
    page.get_by_role("button", name="Hand in to a moderator").click()
    expect(page.locator(".messages .success")).to_be_visible()
