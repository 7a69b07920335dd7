"""What staff do on the road: a lesson is changed, moderated and published; the gain is read; strangers are refused."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import People
from tests.browser.learner import ENGLISH, Learner
from tests.browser.site import Site
from tests.browser.staff import Office

LESSON = "/en/anshan/course/breath/ten-minutes/"
TITLE = "The first ten minutes"
IN_CHINESE = "/zh-hans/anshan/course/breath/ten-minutes/", "头十分钟", "先看呼吸，再问别的。"
IN_ENGLISH = LESSON, TITLE, "Breath comes first, before every question."
REPORT = "/cms/reports/gains/anshan/"


@pytest.mark.parametrize(("language", "lesson"), [("en", IN_ENGLISH), ("zh-hans", IN_CHINESE)], ids=["en", "zh-hans"])
def test_a_lesson_changes_for_learners_when_a_moderator_agrees(
    people: People, office: Office, site: Site, language: str, lesson: tuple[str, str, str]
) -> None:
    address, title, words = lesson
    learner = Learner.on(people.phone(language), language, office.album)
    learner.sign_in("peer", site.demonstration_password)

    trainer = office.enter(people, "trainer", language)
    trainer.find_page(title, address)
    trainer.change_key_message(words)
    trainer.submit_for_moderation()
    learner.page.goto(address)
    expect(learner.page.locator("main .key")).not_to_contain_text(words)

    author = office.enter(people, "author", language)
    author.see("dashboard")
    author.find_page(title, address)
    author.approve()
    learner.page.reload()
    expect(learner.page.locator("main .key")).to_contain_text(words)
    learner.see("lesson-changed")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_lead_reads_the_gain_and_takes_the_table(people: People, office: Office, language: str) -> None:
    lead = office.enter(people, "lead", language)
    table = lead.read_gains("anshan").read_text(encoding="utf-8-sig")
    report = lead.page.locator(".gains")
    assert language == "en" or not ENGLISH.findall(report.inner_text())
    for figure in ("72.5", "96.4", "50.9", "90.8"):
        expect(report).to_contain_text(figure)
        assert figure in table


def test_others_are_refused(people: People, office: Office, site: Site, cards: dict[str, str]) -> None:
    trainer, auditor = office.enter(people, "trainer"), office.enter(people, "auditor")
    trainer.page.goto("/en/me/")
    cohort = str(trainer.page.get_by_role("link", name="Willow", exact=True).get_attribute("href"))
    trainer.find_page(TITLE, LESSON)
    editor = trainer.page.url
    # An auditor reads the figures of groups, and neither a cohort nor a lesson's draft.
    statuses = [auditor.status_of(address) for address in (REPORT, cohort, editor)]
    assert statuses[:2] == [200, 404] and statuses[2] in {302, 403}

    officer = Learner.on(people.phone(), "en", office.album)
    officer.sign_in("officer", site.demonstration_password)
    for address, status in ((REPORT, 403), ("/cms/", 403), (cohort, 404)):
        assert officer.page.request.get(address, max_redirects=0).status == status
    people.watch.allow("403")
    officer.page.goto(REPORT)
    officer.see("officer-refused")


def test_a_visitor_finds_no_door_to_staff_pages(people: People) -> None:
    visitor = people.phone().new_page()
    visitor.goto(REPORT)
    visitor.wait_for_url("**/accounts/login/**")
