"""An author puts a programme together: the template, only the fields that matter, steps dragged into order, the timeline."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import People
from tests.browser.staff import Office

ROWS = "#id_steps-FORMS > [data-inline-panel-child]"
HANDLE = "[data-inline-panel-child-drag]"


def drag(page: Page, row: Locator, above: Locator) -> None:
    """Take a step by its handle and let it go where another one stands, in movements as a hand makes them."""
    row.locator(HANDLE).scroll_into_view_if_needed()
    above.locator(HANDLE).scroll_into_view_if_needed()
    row.locator(HANDLE).hover()
    page.mouse.down()
    place = above.locator(HANDLE).bounding_box()
    assert place
    for step in (20, 8, 0, -4):
        page.mouse.move(place["x"] + 5, place["y"] + step, steps=6)
    page.mouse.up()


def lay_out(page: Page) -> Locator:
    """Make a programme from the template; return the rows of its steps."""
    page.goto("/cms/programme/new/")
    page.locator("[name=name]").fill("Backbone course")
    page.locator("[name=slug]").fill("backbone-course")
    page.locator("footer button[type=submit]").first.click()
    page.get_by_role("button", name="Lay out the six steps").click()
    rows = page.locator(ROWS)
    expect(rows).to_have_count(6)
    return rows


def test_steps_are_laid_out_shown_dragged_and_kept(people: People, office: Office) -> None:
    author = office.enter(people, "author")
    page = author.page
    rows = lay_out(page)
    book, follow_up, exam = rows.nth(1), rows.nth(4), rows.nth(5)
    expect(book.locator("[name$=pass_mark]")).to_be_hidden()
    expect(book.locator("label", has_text="Pass mark")).to_be_hidden()
    expect(book.locator("label", has_text="Book, questionnaire")).to_be_visible()
    expect(book.locator("[name$=offset_months]")).to_be_hidden()
    expect(follow_up.locator("[name$=offset_days]")).to_be_visible()
    expect(follow_up.locator("[name$=window_from]")).to_be_hidden()
    expect(exam.locator("[name$=window_from]")).to_be_visible()
    book.locator("[name$=-opening]").select_option("OFFSET")
    expect(book.locator("[name$=offset_days]")).to_be_visible()
    assert book.locator("[name$=after_code] option").all_inner_texts() == ["---------", "intake"]

    # The code of a step goes with those that count from it; a new step is offered to those below it.
    rows.nth(0).locator("[name$=-code]").fill("arrival")
    rows.nth(0).locator("[name$=-code]").press("Tab")
    expect(follow_up.locator("[name$=after_code]")).to_have_value("arrival")
    author.see("programme-editor")

    drag(page, rows.nth(2), rows.nth(1))
    expect(rows.nth(1).locator("[name$=-code]")).to_have_value("questionnaire")
    page.locator("footer button[type=submit]").first.click()
    expect(page.locator(".programme-state")).to_contain_text("“watch” has no page yet.")
    codes = [one.input_value() for one in page.locator(f"{ROWS} [name$=-code]").all()]
    assert codes == ["arrival", "questionnaire", "read", "watch", "follow-up", "exam"]

    page.locator(".programme-state").get_by_role("link", name="Timeline").click()
    page.locator("[name=intake]").fill("2026-12-28")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tr", has_text="follow-up")).to_contain_text("28 March 2027")
    author.see("programme-timeline")
