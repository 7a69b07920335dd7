"""Every kind of page can be used by everyone: no fault of WCAG 2 A or AA in light and dark, nothing sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.looking import sideways, violations
from tests.browser.site import Site
from tests.browser.sitting import Sitting
from tests.browser.staff import Office


def visitors(people: People) -> Iterator[tuple[str, Page]]:
    """Go from the front door to the choice of a name, in a programme that needs no card, and to a wrong code."""
    learner = Learner.on(people.phone(), "en")
    page = learner.page
    page.goto("/en/")
    yield "home", page
    page.goto("/en/join/")
    yield "join", page
    page.goto("/en/help/")
    yield "help", page
    page.goto("/en/community-treatment/")
    page.get_by_role("button", name="Join without a card").click()
    yield "notice", page
    page.locator("[name=read]").check()
    learner.send()
    learner.is_at("join/name/")
    yield "name", page
    page.goto("/c/")
    page.locator("[name=code]").fill("0000 0000")
    learner.send()
    yield "verify", page


def certified(people: People, site: Site) -> Iterator[tuple[str, Page]]:
    """Look back at everything somebody has done who has done it all."""
    learner = Learner.on(people.phone(), "en")
    page = learner.page
    learner.sign_in("certified", site.demonstration_password)
    yield "dashboard", page
    for name, link in (("result", "/result/"), ("certificate", "/certificates/"), ("video", "/film/")):
        page.goto("/en/me/")
        page.locator(f"main a[href*='{link}']").first.click()
        yield name, page
    page.goto("/en/anshan/course/")
    yield "course", page
    page.locator("main form input[type=search], main form input[type=text]").first.fill("breath")
    page.locator("main form button").first.click()
    page.wait_for_url("**/search/")
    yield "search", page
    page.goto("/en/anshan/course/breath/ten-minutes/")
    page.locator(".check .pick label").first.click()
    page.locator(".check .btn").click()
    yield "lesson", page


def mid_test(people: People, site: Site) -> Iterator[tuple[str, Page]]:
    """Sit in the middle of a test."""
    learner = Learner.on(people.phone(), "en")
    learner.sign_in("mid-test", site.demonstration_password)
    learner.go_on(r"tests/\d+/")
    Sitting.begin(learner)
    yield "question", learner.page
    learner.page.get_by_role("link", name="Finish the test").click()
    yield "finish", learner.page


def test_pages_of_visitors(people: People) -> None:
    look_at(visitors(people))


def test_pages_of_learners(people: People, site: Site) -> None:
    look_at(certified(people, site))


def test_pages_of_a_test(people: People, site: Site) -> None:
    look_at(mid_test(people, site))


def test_the_gain_report(people: People, office: Office) -> None:
    page = office.enter(people, "lead").page
    page.goto("/cms/reports/gains/anshan/")
    # The frame around it is Wagtail's.
    faults = violations(page, "report", ".gains")
    assert not faults, "\n".join(faults)


def look_at(pages: Iterator[tuple[str, Page]]) -> None:
    """Collect the faults of all pages, so that one run tells them all."""
    faults = []
    for name, page in pages:
        faults += violations(page, name) + sideways(page, name)
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
