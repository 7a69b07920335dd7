"""What a learner does, in the order of the road. Every step finds its way by the page's structure, in any language."""

import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.pictures import Album

PASSWORD = "four plain words here"
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
# Four words in a row, one of them in small letters; names are shorter, and codes are all capitals.
ENGLISH = re.compile(r"(?=[A-Za-z,; ]*[a-z]{2})(?:[A-Za-z]+[,;]? ){3,}[A-Za-z]+")
ISSUED_WITHIN_SECONDS = 30
PLAYS_WITHIN_SECONDS = 15
PLAYS_WITH_CAPTIONS = """(film, language) => {
  const shown = [...film.textTracks].filter(track => track.mode === "showing");
  const captioned = shown.length === 1 && shown[0].language === language && shown[0].cues?.length > 0;
  return captioned && film.readyState >= 2 && film.currentTime > 0.2;
}"""


@dataclass
class Learner:
    """A person with a phone, who reads `language`."""

    page: Page
    language: str
    album: Album | None = None
    handle: str = ""
    untranslated: list[str] = field(default_factory=list)

    @classmethod
    def on(cls, phone: BrowserContext, language: str, album: Album | None = None) -> "Learner":
        """Take up a phone."""
        return cls(phone.new_page(), language, album)

    def see(self, name: str) -> None:
        """Check that the page speaks the learner's language and fits the phone, and keep a picture."""
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, f"{self.page.url} scrolls sideways: {wide} px"
        if self.language != "en":
            self.untranslated += ENGLISH.findall(self.page.locator("body").inner_text())
        if self.album:
            self.album.take(self.page, name)

    def send(self) -> None:
        """Press the one filled button of the page's form."""
        self.page.locator("main form .btn:not(.quiet)").click()

    def is_at(self, path: str) -> None:
        """Wait until the page's address ends with `path`, below the learner's language."""
        self.page.wait_for_url(re.compile(rf"/{self.language}/{path}$"))

    def visit(self) -> None:
        """Come to the front door and read what a programme asks and gives."""
        self.page.goto("/")
        self.is_at("")
        self.see("home")
        self.page.locator(f"main a[href='/{self.language}/anshan/']").click()
        self.is_at("anshan/")
        self.see("programme")
        self.page.locator(f"main a[href='/{self.language}/join/']").click()
        self.is_at("join/")

    def type_code(self, code: str) -> None:
        """Type the code of a join card, carelessly."""
        self.page.locator("[name=code]").fill(f" {code.lower().replace('-', ' ')} ")
        self.see("join")
        self.send()
        self.is_at("join/notice/")

    def scan_code(self, link: str) -> None:
        """Open the address in a card's QR code: the script moves the code into the form and clears the address."""
        self.page.goto(link)
        self.is_at("join/")
        assert link.endswith(self.page.locator("[name=code]").input_value())
        assert "#" not in self.page.url
        self.see("join-by-link")
        self.send()
        self.is_at("join/notice/")

    def make_account(self) -> None:
        """Read the notice, take a suggested name, give a password, keep the recovery codes."""
        self.see("notice")
        self.page.locator("[name=read]").check()
        self.send()
        self.is_at("join/name/")
        self.see("name")
        suggestion = self.page.locator(".pick").nth(1)
        suggestion.locator("label").click()
        self.page.locator("#password").fill(PASSWORD)
        self.send()
        self.is_at("join/codes/")
        codes = self.page.locator(".codes li").all_inner_texts()
        assert len(set(codes)) == 8 and all(re.fullmatch(r"(\w{4}-){3}\w{4}", code.strip()) for code in codes)
        self.handle = self.page.locator("main strong").first.inner_text()
        self.see("recovery-codes")
        self.page.locator("[name=kept]").check()
        self.send()
        self.is_at("me/")
        expect(self.page.locator(".crumb").first).to_contain_text(self.handle)

    def sign_in(self, handle: str, password: str = PASSWORD) -> None:
        """Sign in with name and password."""
        self.page.goto("/accounts/login/")
        self.page.locator("#id_login").fill(handle)
        self.page.locator("#id_password").fill(password)
        self.send()
        # In the language of the account, whatever the phone speaks.
        self.page.wait_for_url(re.compile(r"/[a-z-]+/me/$"))

    def go_on(self, leads_to: str) -> None:
        """Follow the dashboard's one "now"."""
        self.page.goto(f"/{self.language}/me/")
        self.page.locator(".next .btn").click()
        self.is_at(leads_to)

    def read(self, name: str) -> None:
        """Read the lessons of a book or a course to its end, with one self-check in the first."""
        contents = self.page.url
        self.see(name)
        is_first = True
        # What is next stands on top, until everything is done.
        while self.page.locator(".next a").count():
            self.page.locator(".next a").click()
            if is_first:
                self._check_oneself(name)
            is_first = False
            self.page.locator("[name=done]").click()
            self.page.goto(contents)
        assert not is_first
        expect(self.page.locator(".wrap > .state svg")).to_have_count(1)

    def _check_oneself(self, name: str) -> None:
        self.see(f"{name}-lesson")
        seen = set()
        for option in range(self.page.locator(".check").first.locator(".pick").count()):
            check = self.page.locator(".check").first
            check.locator(".pick label").nth(option).click()
            check.locator(".btn").click()
            told = self.page.locator(".check [role=status]")
            expect(told).to_be_visible()
            seen.add("yes" if "yes" in str(told.get_attribute("class")).split() else "no")
            if option == 0:
                self.see(f"{name}-self-check")
        assert seen == {"yes", "no"}

    def fill_questionnaire(self) -> None:
        """Say how far one agrees with each statement."""
        self.see("questionnaire")
        for statement in self.page.locator("main fieldset").all():
            statement.locator(".pick label").nth(3).click()
        self.send()
        self.is_at("me/")

    def watch_film(self) -> None:
        """Play the film and see captions in one's own language."""
        film = self.page.locator("video")
        film.evaluate("film => { film.muted = true; return film.play() }")
        end = time.monotonic() + PLAYS_WITHIN_SECONDS
        while not film.evaluate(PLAYS_WITH_CAPTIONS, self.language):
            assert time.monotonic() < end, f"No film or no captions: {film.evaluate('film => film.error?.message')}"
            self.page.wait_for_timeout(100)
        film.evaluate("film => film.pause()")
        self.see("film")
        self.page.locator("[name=done]").click()

    def await_certificate(self) -> Locator:
        """Come back to the dashboard until the worker has issued the certificate."""
        link = self.page.locator("main a[href*='/certificates/']")
        for _try in range(ISSUED_WITHIN_SECONDS):
            self.page.goto(f"/{self.language}/me/")
            if link.count():
                break
            self.page.wait_for_timeout(1000)
        expect(link).to_have_count(1)
        self.see("dashboard-certified")
        return link

    def print_certificate(self, name: str) -> Path:
        """Type a name and download the sheet."""
        self.await_certificate().click()
        self.is_at(r"certificates/[0-9a-f-]{36}/")
        self.page.locator("[name=name]").fill(name)
        self.see("certificate")
        with self.page.expect_download() as download:
            self.send()
        path = self.album.folder / "certificate.pdf"
        download.value.save_as(path)
        return path
