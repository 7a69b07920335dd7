"""The site, the browser, and the people in front of it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from config.supervisor import stop_signals_interrupt
from tests.browser import chromium, pictures
from tests.browser.chromium import People, Watch
from tests.browser.pictures import Album
from tests.browser.site import Site, free_port
from tests.browser.staff import Office
from tests.browser.templates import copy_site

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was measured, and where the pictures are."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    ours = [one for one in reports if one.when == "call" and one.nodeid.startswith("tests/browser/")]
    for report in ours:
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")
    if ours:
        terminalreporter.write_line(f"Pictures of the road: {pictures.PLACE}")


# Not of the session: Playwright leaves a running event loop in the thread, in which Django's ORM would refuse to
# work, so it has to be gone before the tests of the next folder begin.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; without one the tests are skipped with the reason, and in CI they fail."""
    path = chromium.find()
    if path is None:
        reason = os.environ.get("THREETWOONE_CHROMIUM_MISSING") or "no Chromium was found: run `make test` to get one"
        if os.environ.get("CI"):
            pytest.fail(f"In CI the browser tests must run: {reason}")
        pytest.skip(reason)
    expect.set_options(timeout=chromium.WAIT_MS)
    with sync_playwright() as playwright:
        found = chromium.launch(playwright, path)
        yield found
        found.close()


@contextmanager
def running_site() -> Iterator[Site]:
    """Run a site with the demonstration on it, gone with its folder afterwards."""
    with tempfile.TemporaryDirectory(prefix="three-two-one-") as folder:
        place = Path(folder)
        copy_site(place)
        running = Site(place, free_port())
        # A terminated test run still ends its children.
        with stop_signals_interrupt():
            try:
                running.start()
                yield running
            finally:
                running.stop()


@pytest.fixture(scope="package")
def site(browser: Browser) -> Iterator[Site]:
    """The running site all tests of this folder share."""
    with running_site() as running:
        yield running


@pytest.fixture
def watch(site: Site) -> Iterator[Watch]:
    """The watch over every page of a test: no other host, no complaint in the console."""
    found = Watch(site.url)
    yield found
    assert not found.verdict(), "\n".join(found.verdict())


@pytest.fixture
def people(browser: Browser, watch: Watch) -> Iterator[People]:
    """Whoever takes part in a test, each with a phone of their own."""
    found = People(browser, watch)
    yield found
    found.leave()


@pytest.fixture(scope="package")
def office(site: Site) -> Office:
    """Where staff come in."""
    return Office(site, Album.new("staff"))


@pytest.fixture(scope="package")
def cards(browser: Browser, office: Office) -> dict[str, str]:
    """The address in a join card's QR code by the language of whoever gets it, printed by the trainer."""
    watch = Watch(office.site.url)
    people = People(browser, watch)
    found = {
        language: office.enter(people, "trainer", language).print_card(cohort)
        for language, cohort in (("en", "River"), ("zh-hans", "Willow"))
    }
    people.leave()
    assert not watch.verdict(), "\n".join(watch.verdict())
    return found
