"""What the page says of an answer is true: off the line it is not saved, and the page says so."""

from playwright.sync_api import expect

from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.sitting import Sitting


def test_off_the_line_an_answer_is_not_called_saved(people: People, site: Site) -> None:
    phone = people.phone()
    people.watch.allow("ERR_INTERNET_DISCONNECTED")
    learner = Learner.on(phone, "en")
    learner.sign_in("mid-test", site.demonstration_password)
    learner.go_on(r"tests/\d+/")
    sitting = Sitting.begin(learner)
    before = sitting.answered()
    sitting.go_to(16)
    learner.page.locator(".pick label").nth(0).click()
    expect(learner.page.locator("#state")).to_contain_text("Saved at")
    expect(learner.page.locator("#counted")).to_contain_text(f"saved, {before + 1}.")
    expect(learner.page.locator('.over [aria-current="step"]')).to_have_class("did")
    sitting.go_to(17)
    assert sitting.chosen() == -1
    state = learner.page.locator("#state")

    phone.set_offline(True)
    learner.page.locator(".pick label").nth(0).click()
    expect(state).to_have_text("Not saved yet, kept on this phone. It is sent as soon as the line is back.")
    expect(state.locator(".unsaved")).to_be_visible()
    expect(learner.page.locator('.over [aria-current="step"]')).not_to_have_class("did")

    phone.set_offline(False)
    expect(state).to_contain_text("Saved at")
    learner.page.locator("[name=go][value=next]").click()
    learner.is_at(r"sittings/[0-9a-f-]{36}/18/")
    expect(state).to_contain_text("Saved at")
    sitting.go_to(17)
    assert sitting.chosen() == 0
    sitting.choose(1)
    learner.page.reload()
    assert sitting.chosen() == 1
