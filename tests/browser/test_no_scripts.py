"""Without scripts a test is taken all the same: each Next saves, and the end is confirmed."""

from playwright.sync_api import expect

from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.sitting import Sitting

ANSWERED = 3


def test_a_sitting_saves_on_next_and_is_handed_in(people: People, site: Site) -> None:
    learner = Learner.on(people.phone(java_script_enabled=False), "en")
    learner.sign_in("just-joined", site.demonstration_password)
    learner.go_on(r"tests/\d+/")
    sitting = Sitting.begin(learner)
    expect(learner.page.locator("#state")).to_be_empty()

    for number in range(1, ANSWERED + 1):
        learner.page.locator(".pick label").nth(number).click()
        learner.page.locator("[name=go][value=next]").click()
        learner.is_at(rf"sittings/[0-9a-f-]{{36}}/{number + 1}/")
        expect(learner.page.locator("#state")).to_contain_text("Saved at")
        assert sitting.answered() == number

    learner.page.locator("[name=go][value=prev]").click()
    learner.is_at(rf"sittings/[0-9a-f-]{{36}}/{ANSWERED}/")
    assert sitting.chosen() == ANSWERED
    learner.page.get_by_role("link", name="Finish the test").click()
    expect(learner.page.locator("main strong")).to_contain_text("17 questions have no answer yet.")
    learner.send()
    learner.is_at(r"sittings/[0-9a-f-]{36}/result/")
    expect(learner.page.locator("h1")).to_contain_text("of 20 today")
