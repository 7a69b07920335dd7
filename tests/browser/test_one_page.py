"""All types of questions, on one page and one by one: saved as they are given, with scripts off by one button."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from tests.browser.answers import change, held, number_of
from tests.browser.chromium import People, Watch
from tests.browser.learner import Learner
from tests.browser.looking import sideways, violations
from tests.browser.pictures import Album
from tests.browser.site import Site
from tests.browser.sitting import CLOCK
from tests.browser.templates import manage

LAYOUT = "update assessments_steptest set layout = ?"
# A sitting of a test with a question of every type, for an account that has that test before it.
EVERY_TYPE = """
import datetime
from django.utils import timezone
from assessments.models import Sitting, StepTest
from courses.models import Enrolment
from tests.factories.items import every_type
enrolment = Enrolment.objects.get(learner__handle="officer")
test = StepTest.objects.get(step__programme=enrolment.programme, wave="END")
form, now = every_type().forms.get(), timezone.now()
made = Sitting.objects.create(enrolment=enrolment, test=test, form=form, language="en", started_at=now, number=9,
    ends_at=now + datetime.timedelta(minutes=45), paper=list(form.items.values_list("pk", flat=True)))
print(made.pk)
"""


@pytest.fixture(scope="module")
def every(site: Site) -> str:
    """Return the id of a sitting with a question of every type."""
    return manage(site.place, "shell", "--no-imports", "--command", EVERY_TYPE).strip()


@pytest.fixture(scope="module")
def officer(browser: Browser, site: Site) -> StorageState:
    """Return what the officer's phone keeps once signed in."""
    learner = Learner.on(People(browser, Watch(site.url)).phone(), "en")
    learner.sign_in("officer", site.demonstration_password)
    return learner.page.context.storage_state()


@pytest.fixture
def one_page(site: Site) -> Iterator[None]:
    """Let every test be on one page."""
    change(site, LAYOUT, "ONE_PAGE")
    yield
    change(site, LAYOUT, "ONE_BY_ONE")


def type_of(page: Page, position: int) -> Locator:
    """Return the question at a position of the test with every type."""
    return page.locator(f"#q{position}")


@pytest.mark.usefixtures("one_page")
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_type_can_be_used_by_everyone(
    people: People, site: Site, every: str, officer: StorageState, language: str
) -> None:
    learner = Learner.on(people.phone(language, storage_state=officer), language, Album.new(f"types-{language}"))
    page = learner.page
    page.goto(f"/{language}/sittings/{every}/sheet/")
    assert page.locator(".asked").count() == 11
    letter = "c" if language == "en" else "a"
    type_of(page, 2).locator(f"[value={letter}]").check()
    expect(page.locator("#state")).to_have_text(CLOCK)
    type_of(page, 2).locator(".tick input").set_checked(language == "en")
    expect(page.locator(".over a").nth(1)).to_have_class("did back" if language == "en" else "did")
    assert letter in held(site, every)[2]
    expect(page.locator("#left")).to_contain_text(re.compile("4[34]"))
    learner.see("sheet")
    faults = violations(page, "sheet") + sideways(page, "sheet")
    assert not faults, "\n".join(faults)


def test_a_text_is_saved_when_typing_pauses_and_a_page_turned_without_a_line_has_its_pictures(
    people: People, site: Site, every: str, officer: StorageState
) -> None:
    people.watch.allow("ERR_INTERNET_DISCONNECTED")
    phone = people.phone(storage_state=officer)
    page, album = phone.new_page(), Album.new("types")
    with page.expect_response("**/sheet/"):
        page.goto(f"/en/sittings/{every}/1/")
    page.wait_for_load_state("networkidle")
    phone.set_offline(True)
    for position in range(1, 12):
        page.locator(".over a").nth(position - 1).click()
        expect(page.locator(".crumb").first).to_contain_text(f"question {position} of 11")
        if position in {6, 7, 8, 11}:
            field = page.locator(".asked").locator("input[type=text], textarea").first
            field.fill("4")
        if position == 4:
            page.locator(".asked select").first.select_option("2")
        if position == 9:
            assert page.locator(".pick img").first.evaluate("one => one.complete && one.naturalWidth > 0")
        if position in {4, 6, 7, 9}:
            album.take(page, f"type-{position}")
    # The field still has the focus.
    expect(page.locator("#state")).to_contain_text("5 answers are not saved yet.")
    phone.set_offline(False)
    expect(page.locator("#state")).to_have_text(CLOCK)
    answers = held(site, every)
    assert {position: answers[position] for position in (6, 7, 8, 11)} == {6: answers[6], 7: "4", 8: "4", 11: "4"}
    assert "4" in answers[6] and "=2" in answers[4]


@pytest.mark.usefixtures("one_page")
def test_without_scripts_one_button_saves_everything(people: People, site: Site) -> None:
    learner = Learner.on(people.phone(java_script_enabled=False), "en")
    learner.sign_in("exam-open", site.demonstration_password)
    learner.go_on(r"tests/\d+/")
    learner.send()
    learner.is_at(r"sittings/[0-9a-f-]{36}/sheet/(#q1)?")
    page = learner.page
    for number in range(5):
        page.locator(".asked").nth(number).locator(".pick label").nth(number % 3).click()
    learner.send()
    expect(page.locator("#state")).to_have_text(CLOCK)
    assert held(site, number_of(page)) == {1: "a", 2: "b", 3: "c", 4: "a", 5: "b"}
    page.locator("[name=go][value=finish]").click()
    learner.is_at(r"sittings/[0-9a-f-]{36}/finish/")
    expect(page.locator("main strong").first).to_contain_text("15 questions have no answer yet.")
    page.get_by_role("link", name="No, back to the questions").click()
    learner.is_at(r"sittings/[0-9a-f-]{36}/sheet/#q1")
