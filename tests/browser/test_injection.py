"""Hostile texts in every field and block, read in Chromium with the policy on: nothing of them ever runs."""

import json
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from tests.browser.chromium import People
from tests.browser.conftest import running_site
from tests.browser.learner import Learner
from tests.browser.pictures import Album
from tests.browser.site import Site
from tests.browser.staff import Office
from tests.browser.templates import manage

CALL = "xss()"
BASES = (
    '"><img src=x onerror={0}>',
    "<script>{0}</script>",
    "<svg/onload={0}>",
    "javascript:{0}",
    "' autofocus onfocus={0} x='",
    "</textarea></title><script>{0}</script>",
    "{{{{{0}}}}}${{{0}}}",
    "</script><script>{0}//",
    "<iframe srcdoc='<script>parent.{0}</script>'>",
    "<details open ontoggle={0}>",
    "<a href='jAvAsCrIpT:{0}'>x</a>",
    "<math><mtext><table><mglyph><style><img src=x onerror={0}>",
    "<input autofocus onfocus={0}>",
    "<video><source onerror={0}>",
    "<body onload={0}>",
    "<object data='javascript:{0}'>",
    "<form><button formaction='javascript:{0}'>",
    "<marquee onstart={0}>",
    "<style>@import'javascript:{0}'</style>",
    "<meta http-equiv=refresh content='0;url=javascript:{0}'>",
)
DISGUISES = (
    lambda text: text,
    str.upper,
    lambda text: text.replace("<", "<\x0b", 1),
    lambda text: text.replace(" ", "/"),
    lambda text: text.replace("<", "&lt;").replace(">", "&gt;"),
    quote,
    lambda text: text.replace("s", "\\u0073", 1),
    lambda text: f"--><!--{text}",
    lambda text: f"]]>{text}",
    lambda text: f"%0a{text}%00",
    lambda text: f"\u2028'\";{text}",
)
# The function that a payload calls tells of itself in three ways; the third is seen by the watch of the test.
TRAP = """window.xss = window.XSS = () => { window.wasRun = true; document.title = 'xss-ran'; fetch('/xss-marker'); }"""
RAN = "window.wasRun === true"
# Beyond not running: on our own pages hostile text has not even become an attribute or a script.
MADE = """() => [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(
  a => a.name.startsWith('on') || a.name === 'srcdoc'
    || (['href', 'src', 'action', 'formaction', 'data'].includes(a.name) && /^\\s*javascript:/i.test(a.value)))
  || (one.tagName === 'SCRIPT' && !one.src)).map(one => one.outerHTML.slice(0, 120))"""
SOW = (
    "import json, os; from tests.browser.sowing import sow; print(json.dumps(sow(json.loads(os.environ['PAYLOADS']))))"
)


def hostile(count: int) -> list[str]:
    """Return so many payloads: each base in its plain form, then in each disguise."""
    return list(dict.fromkeys(disguise(base.format(CALL)) for disguise in DISGUISES for base in BASES))[:count]


class Guard:
    """Goes to pages and notes what ran there."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.seen = 0

    def over(self, context: BrowserContext) -> Page:
        """Return a page under guard."""
        context.add_init_script(TRAP)
        page = context.new_page()
        page.on("dialog", self._dialog)
        page.on("request", lambda asked: self.faults.append(asked.url) if "xss-marker" in asked.url else None)
        return page

    def _dialog(self, dialog: Dialog) -> None:
        # Wagtail's editor asks before it is left; every other dialog is a payload's.
        if dialog.type != "beforeunload":
            self.faults.append(f"a dialog: {dialog.message}")
        dialog.accept()

    def look(self, page: Page, address: str, *, ours: bool = True) -> None:
        """Open a page and note what ran, and on pages of ours what hostile text has made."""
        answer = page.goto(address)
        self.seen += 1
        if answer is None or answer.status >= 500:
            self.faults.append(f"{address}: {answer and answer.status}")
        self.check(page, ours=ours)

    def check(self, page: Page, *, ours: bool = True) -> None:
        """Note what ran on the page that is open."""
        if page.evaluate(RAN):
            self.faults.append(f"{page.url}: ran")
        if ours:
            self.faults += [f"{page.url}: {made}" for made in page.evaluate(MADE)]


@pytest.fixture
def guard() -> Iterator[Guard]:
    """A guard whose notes are read at the end."""
    found = Guard()
    yield found
    assert not found.faults, "\n".join(found.faults[:30])


def walk(guard: Guard, people: People, office: Office, site: Site, payloads: list[str]) -> list[str]:
    """Sow the payloads, look at everything that shows them, and return the fields they stand in."""
    # The watch complains of pages that are not found; here they are asked for.
    people.watch.allow("404")
    sown = json.loads(manage(site.place, "shell", "--no-imports", "--command", SOW, PAYLOADS=json.dumps(payloads)))
    read_as_a_visitor(guard, people, payloads)
    read_as_a_learner(guard, people, site)
    read_as_staff(guard, people, office, sown)
    return list(sown["fields"])


def read_as_a_visitor(guard: Guard, people: People, payloads: list[str]) -> None:
    page = guard.over(people.phone())
    for address in ("/en/", "/en/anshan/", "/en/anshan/course/breath/ten-minutes/"):
        guard.look(page, address)
    page.locator(".check .pick label").first.click()
    page.locator(".check .btn").first.click()
    guard.check(page)
    for text in payloads[:3]:
        guard.look(page, f"/en/nothing/{quote(text, safe='')}/")
        guard.look(page, f"/accounts/login/?next={quote(text, safe='')}")
        page.locator("#id_login").fill(text)
        page.locator("#id_password").fill(text)
        page.locator("main form .btn:not(.quiet)").click()
        guard.check(page)
        guard.look(page, f"/c/#{quote(text, safe='')}")
        page.locator("[name=code]").fill(text)
        page.locator("[name=name]").fill(text)
        page.locator("main form .btn:not(.quiet)").click()
        guard.check(page)


def read_as_a_learner(guard: Guard, people: People, site: Site) -> None:
    learner = Learner(guard.over(people.phone()), "en")
    learner.sign_in("certified", site.demonstration_password)
    guard.check(learner.page)
    links = learner.page.locator("main a[href^='/en/']").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    for address in dict.fromkeys(links):
        guard.look(learner.page, address)


def read_as_staff(guard: Guard, people: People, office: Office, sown: dict[str, str]) -> None:
    trainer = guard.over(office.enter(people, "trainer").page.context)
    for address in (f"/en/cohorts/{sown['cohort']}/", f"/en/cohorts/{sown['cohort']}/codes/"):
        guard.look(trainer, address)
    for address in ("/cms/", f"/cms/pages/{sown['module']}/", f"/cms/pages/{sown['lesson']}/edit/", "/cms/cohort/"):
        guard.look(trainer, address, ours=False)
    lead = guard.over(office.enter(people, "lead").page.context)
    for address in ("/cms/reports/gains/", "/cms/reports/gains/anshan/"):
        guard.look(lead, address, ours=False)


# Hostile names stay on a site for good, so these tests have one of their own.
@pytest.fixture(scope="module")
def site(browser: Browser) -> Iterator[Site]:
    with running_site() as running:
        yield running


@pytest.fixture(scope="module")
def office(site: Site) -> Office:
    return Office(site, Album.new("injection"))


def test_eight_hostile_texts_in_every_field_run_nowhere(
    guard: Guard, people: People, office: Office, site: Site
) -> None:
    fields = walk(guard, people, office, site, hostile(8))
    assert {"courses.Cohort.name", "courses.ProgrammePage.points", "assessments.Wording.stem"} <= set(fields)
    assert guard.seen > 25


@pytest.mark.long
def test_two_hundred_hostile_texts_run_nowhere(
    guard: Guard, people: People, office: Office, site: Site, record_property: Callable[[str, object], None]
) -> None:
    payloads = hostile(200)
    assert len(payloads) == 200
    for start in range(0, len(payloads), 40):
        walk(guard, people, office, site, payloads[start : start + 40])
    record_property("hostile texts in every field, pages looked at", f"{len(payloads)}, {guard.seen}")


def test_the_trap_springs(guard: Guard, people: People) -> None:
    """It can fail: where a page runs the call, it is seen."""
    page = guard.over(people.phone())
    page.goto("/en/")
    page.evaluate(CALL)
    page.wait_for_timeout(100)
    guard.check(page)
    assert any("ran" in fault for fault in guard.faults) and any("xss-marker" in fault for fault in guard.faults)
    guard.faults.clear()
    people.watch.allow("404")
