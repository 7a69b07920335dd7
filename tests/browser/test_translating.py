"""A lesson on its way into Chinese: an author writes, a moderator agrees, a translator translates, a trainee takes it."""

from playwright.sync_api import expect

from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.staff import Office
from tests.browser.translator import approve_what_waits, find_in_overview, translate, write_lesson

BESIDE = "The first ten minutes", "/en/anshan/course/breath/ten-minutes/"
TITLE, KEY = "After the first hour", "Stay until help comes."
IN_CHINESE = {TITLE: "第一个小时之后", KEY: "守在旁边，直到救援到来。"}
ADDRESS = "/zh-hans/anshan/course/breath/after-the-first-hour/"


def test_a_new_lesson_is_written_translated_and_taken(people: People, office: Office, site: Site) -> None:
    writer, moderator = office.enter(people, "trainer"), office.enter(people, "author")
    writer.find_page(*BESIDE)
    write_lesson(writer, TITLE, KEY)
    approve_what_waits(moderator, TITLE)

    # Before anybody translates it, a reader of Chinese gets the English page, marked as English.
    learner = Learner.on(people.phone("zh-hans"), "zh-hans", office.album)
    learner.sign_in("peer", site.demonstration_password)
    learner.page.goto(ADDRESS)
    expect(learner.page.locator("article[lang=en] h1")).to_have_text(TITLE)

    translator = office.enter(people, "translator")
    translate(translator, TITLE, IN_CHINESE)
    learner.page.reload()
    expect(learner.page.locator("h1")).to_have_text(TITLE)
    approve_what_waits(moderator, IN_CHINESE[TITLE])

    learner.page.reload()
    expect(learner.page.locator("h1")).to_have_text(IN_CHINESE[TITLE])
    expect(learner.page.locator("article .key")).to_contain_text(IN_CHINESE[KEY])
    expect(learner.page.locator("article[lang=en], article h1[lang=en], article div[lang=en]")).to_have_count(0)
    learner.page.locator("[name=done]").click()
    learner.page.goto(ADDRESS.replace("/zh-hans/", "/en/"))
    expect(learner.page.locator("article .state")).to_be_visible()
    assert "up to date" in find_in_overview(translator, TITLE).inner_text()
