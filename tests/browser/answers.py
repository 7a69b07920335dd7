"""A sitting under way to begin with, and what the server holds of it, read beside it."""

import re
import sqlite3
from contextlib import closing

from playwright.sync_api import BrowserContext, Page, StorageState

from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.sitting import Sitting

DATABASES = "async () => (await indexedDB.databases()).map(one => one.name)"
LETTERS = "abc"
# Each password costs the server a tenth of a second, and ten in a minute are refused.
_keys: dict[str, StorageState] = {}


def mid_test(people: People, site: Site, **options: object) -> BrowserContext:
    """Return a phone on which the account in the middle of a test is signed in."""
    if site.url not in _keys:
        learner = Learner.on(people.phone(), "en")
        learner.sign_in("mid-test", site.demonstration_password)
        _keys[site.url] = learner.page.context.storage_state()
    return people.phone(storage_state=_keys[site.url], **options)


def sit(phone: BrowserContext, language: str = "en") -> Sitting:
    """Come to the first question of the test under way, with all questions at hand."""
    learner = Learner.on(phone, language)
    learner.go_on(r"tests/\d+/")
    with learner.page.expect_response("**/sheet/"):
        return Sitting.begin(learner)


def answer(page: Page, letter: str) -> None:
    """Choose an option of the question that is shown."""
    page.locator(f".pick:has([value={letter}]) label").click()


def press_next(page: Page) -> None:
    """Press the filled button."""
    page.locator("[name=go][value=next]").click()


def new_letter(now: str | None) -> str:
    """Return an answer that is not the present one."""
    return LETTERS[(LETTERS.find(now or "c") + 1) % len(LETTERS)]


def number_of(page: Page) -> str:
    """Return the sitting's id from a page's address."""
    found = re.search(r"[0-9a-f-]{36}", page.url)
    assert found, page.url
    return found.group()


def change(site: Site, statement: str, *values: object) -> None:
    """Change the running site's database."""
    with closing(sqlite3.connect(site.place / "site.sqlite3", timeout=20)) as database, database:
        database.execute(statement, values)


def held(site: Site, sitting: str) -> dict[int, str]:
    """Return the answers that stand by the position of their question, as the database holds them."""
    query = """
        select i.position, r.answer from assessments_response r join assessments_item i on i.id = r.item_id
        where r.sitting_id = ? order by r.sequence
    """
    with closing(sqlite3.connect(site.place / "site.sqlite3", timeout=20)) as database:
        return dict(database.execute(query, [sitting.replace("-", "")]).fetchall())
