"""What staff do: sign in with a second factor, look after a cohort, edit and moderate a lesson, read the report."""

import base64
import datetime
import hmac
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, StorageState, expect

from tests.browser.chromium import People
from tests.browser.pictures import DESK, Album
from tests.browser.site import Site

DONE_OR_NOT = {"en": {"done", "not yet"}, "zh-hans": {"已完成", "未完成"}}
# No other card has as many, so that the new one is known by them.
SEATS = 7
PERIOD, TIME_TO_TYPE = 30, 3


@dataclass
class Colleague:
    """A member of the staff, at a desk or on a phone."""

    page: Page
    handle: str
    site: Site
    album: Album | None = None
    language: str = "en"

    @classmethod
    def on(
        cls, phone: BrowserContext, handle: str, site: Site, album: Album | None = None, language: str = "en"
    ) -> "Colleague":
        """Take up a device."""
        return cls(phone.new_page(), handle, site, album, language)

    def see(self, name: str) -> None:
        """Keep a picture, where pictures are kept."""
        if self.album:
            self.album.take(self.page, f"{self.handle}-{name}")

    def sign_in(self, to: str) -> None:
        """Sign in with the demonstration's password and the present code of the account's second factor."""
        self.page.goto(f"/accounts/login/?next={to}")
        self.page.locator("#id_login").fill(self.handle)
        self.page.locator("#id_password").fill(self.site.demonstration_password)
        self._send()
        self.page.locator("#id_code").fill(one_time_code(self.site.second_factor_secret(self.handle)))
        self._send()
        self.page.wait_for_url(f"**{to}")

    def _send(self) -> None:
        self.page.locator("main form .btn:not(.quiet)").click()

    def print_card(self, cohort: str) -> str:
        """Make a join code for a cohort one looks after, and return the address in the QR code of a card."""
        page = self.page
        page.goto(f"/{self.language}/me/")
        page.get_by_role("link", name=cohort, exact=True).click()
        expect(page.locator("h1")).to_have_text(cohort)
        # Done or not: no trainer reads an answer or a score here.
        assert set(page.locator("td:not(.do)").all_inner_texts()) == DONE_OR_NOT[self.language]
        self.see(f"cohort-{cohort}")
        page.locator("[name=count]").fill("1")
        page.locator("[name=seats]").fill(str(SEATS))
        page.locator("[name=expires_on]").fill(str(datetime.date.today() + datetime.timedelta(days=7)))
        self._send()
        page.wait_for_url(re.compile("/codes/$"))
        self.see(f"cards-{cohort}")
        card = page.locator(".card", has_text=re.compile(rf"\b{SEATS} seats|{SEATS}个名额"))
        expect(card.locator("svg")).to_be_visible()
        code = card.locator(".code").inner_text().replace("-", "").replace(" ", "")
        return f"{card.locator('p.small').first.inner_text()}#{code}"

    def find_page(self, title: str, address: str) -> None:
        """Look a page up by its title, in the staff interface, and open it to edit."""
        self.page.goto("/cms/pages/search/?q=" + title.replace(" ", "+"))
        row = self.page.locator("tr", has=self.page.locator(f"a[href$='{address}']"))
        row.get_by_role("link", name=title).click()
        expect(self.page).to_have_title(re.compile(title))
        self.page.wait_for_url(re.compile(r"/cms/pages/\d+/edit/"))
        self.page.wait_for_load_state()

    def change_key_message(self, words: str) -> None:
        """Change what a lesson says first, and see it in the preview."""
        message = self.page.locator("[name=body-0-value]")
        message.fill(words)
        message.blur()
        self.page.locator("[data-side-panel-toggle=preview]").click()
        shown = self.page.frame_locator("#w-preview-iframe").locator("main .key")
        expect(shown).to_contain_text(words)
        self.see("preview")

    def submit_for_moderation(self) -> None:
        """Hand the page to whoever may publish."""
        self._choose_action("[name=action-submit]")
        expect(self.page.locator(".messages .success")).to_be_visible()
        self.see("submitted")

    def approve(self) -> None:
        """Publish what was handed in."""
        self.see("to-approve")
        self._choose_action("[data-workflow-action-name=approve]:not([data-launch-modal])")
        expect(self.page.locator(".messages .success")).to_be_visible()

    def _choose_action(self, button: str) -> None:
        wanted = self.page.locator(f"footer {button}").first
        if not wanted.is_visible():
            self.page.locator("footer .w-dropdown__toggle").click()
        wanted.click()

    def read_gains(self, programme: str) -> Path:
        """Open the gain report of a programme from its list and download its table."""
        page = self.page
        page.goto("/cms/reports/gains/")
        self.see("reports")
        page.locator(f"main a[href$='/gains/{programme}/']").click()
        expect(page.locator(".gains svg").first).to_be_visible()
        self.see(f"gains-{self.language}")
        with page.expect_download() as download:
            page.locator(".gains a[href*='table.csv']").click()
        return download.value.path()

    def status_of(self, address: str) -> int:
        """Return the status with which the site answers this account at an address."""
        return self.page.request.get(address, max_redirects=0).status


def one_time_code(secret: str) -> str:
    """Return the six digits an authenticator app shows now (RFC 6238); fresh ones where they are about to change."""
    left = PERIOD - time.time() % PERIOD
    if left < TIME_TO_TYPE:
        time.sleep(left)
    counter = int(time.time() // PERIOD).to_bytes(8, "big")
    found = hmac.digest(base64.b32decode(secret), counter, "sha1")
    start = found[-1] & 15
    return f"{(int.from_bytes(found[start : start + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


@dataclass
class Office:
    """Lets staff in once each: a code is good for one sign-in only."""

    site: Site
    album: Album
    keys: dict[str, StorageState] = field(default_factory=dict)

    def enter(self, people: People, handle: str, language: str = "en") -> Colleague:
        """Return somebody of the staff, signed in at a desk, who reads `language`."""
        key = self.keys.get(handle)
        desk = people.phone(language, viewport=DESK, **({"storage_state": key} if key else {}))
        colleague = Colleague.on(desk, handle, self.site, self.album, language)
        if key is None:
            colleague.sign_in("/cms/")
            self.keys[handle] = desk.storage_state()
        return colleague
