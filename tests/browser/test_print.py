"""A lesson and a help page on paper: everything that is to be read, nothing that is to be pressed."""

from playwright.sync_api import expect

from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.site import Site


def test_a_lesson_and_a_help_page_on_paper(people: People, site: Site) -> None:
    learner = Learner.on(people.phone(), "en")
    page = learner.page
    learner.sign_in("certified", site.demonstration_password)
    page.goto("/en/anshan/course/breath/ten-minutes/")
    expect(page.locator(".paper")).to_be_hidden()
    expect(page.locator(".sources li").first).to_be_hidden()

    page.emulate_media(media="print")

    expect(page.locator(".paper")).to_contain_text("/en/anshan/course/breath/ten-minutes/")
    for shown in ("h1", ".key", ".sources summary", ".sources li >> nth=0", ".check legend"):
        expect(page.locator(shown).first).to_be_visible()
    for pressed in (".top", ".foot", ".turn", ".clear", "aside", "main .btn", "main .crumb a >> nth=0", ".beads"):
        expect(page.locator(pressed).first).to_be_hidden()

    page.goto("/en/help/kh/")
    expect(page.locator(".blank")).to_be_visible()
    expect(page.locator("main ol li").first).to_be_visible()
    expect(page.locator(".top")).to_be_hidden()
