"""A browser killed in the middle of a test, without a line: what was answered is there when it is started again."""

import os
import signal
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser import chromium
from tests.browser.answers import DATABASES, answer, held, new_letter, number_of, press_next, sit
from tests.browser.chromium import ARGUMENTS, PHONE
from tests.browser.learner import Learner
from tests.browser.site import Site

FLUSH_SECONDS = 5


def start(browser: Browser, profile: str, site: Site) -> BrowserContext:
    """Start a browser of its own on a profile."""
    phone = browser.browser_type.launch_persistent_context(
        profile,
        executable_path=chromium.find(),
        args=list(ARGUMENTS),
        base_url=site.url,
        viewport=PHONE,
        locale="en",
    )
    phone.set_default_timeout(chromium.WAIT_MS)
    return phone


def main_process(profile: str) -> int:
    """Return the number of the browser that was started on a profile: of its processes the one without a kind."""
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = place.read_bytes().split(b"\0")
        except OSError:
            continue
        is_child = any(word.startswith(b"--type=") for word in words)
        if f"--user-data-dir={profile}".encode() in words and not is_child:
            return int(place.parent.name)
    raise LookupError(profile)


def kill(number: int) -> None:
    """End a process as a flat battery does, and wait until it is gone."""
    os.kill(number, signal.SIGKILL)
    end = time.monotonic() + FLUSH_SECONDS
    while Path(f"/proc/{number}/cmdline").exists() and time.monotonic() < end:
        if not Path(f"/proc/{number}/cmdline").read_bytes():
            break
        time.sleep(0.05)


def test_all_answers_are_there_after_the_browser_was_killed(browser: Browser, site: Site) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        phone = start(browser, profile, site)
        Learner.on(phone, "en").sign_in("mid-test", site.demonstration_password)
        # Cookies reach the disk some seconds later, or when the browser is closed.
        phone.close()
        phone = start(browser, profile, site)
        page = sit(phone).learner.page
        number, address = number_of(page), page.url
        before = held(site, number)
        wanted = {position: new_letter(before.get(position)) for position in range(1, 7)}
        phone.set_offline(True)
        for position, letter in wanted.items():
            expect(page.locator(".crumb").first).to_contain_text(f"question {position} of 20")
            answer(page, letter)
            press_next(page)
        expect(page.locator("#state")).to_contain_text("6 answers are not saved yet.")
        kill(main_process(profile))
        assert held(site, number) == before

        phone = start(browser, profile, site)
        page = phone.new_page()
        page.goto(address)
        expect(page.locator("#state")).to_contain_text("Saved at")
        assert {position: held(site, number)[position] for position in wanted} == wanted
        expect(page.locator(f"[name=choice][value={wanted[1]}]")).to_be_checked()
        assert page.evaluate(DATABASES) == [f"sitting-{number}"]
        phone.close()
