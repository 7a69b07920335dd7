"""Chromium as these tests want it: the machine's own, seeing nothing but the site, and watched while it does."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Playwright, Request

from tests.browser.templates import ROOT

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No name is ever looked up: what asks for another host fails, and is told on by the watch.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
PHONE = {"width": 360, "height": 740}
WAIT_MS = 15_000


def find() -> Path | None:
    """Return the browser that the bootstrap names, else the machine's own."""
    for name in filter(None, (os.environ.get("THREETWOONE_CHROMIUM"), *NAMES)):
        path = shutil.which(name)
        if path:
            return Path(path)
    return None


def launch(playwright: Playwright, path: Path) -> Browser:
    """Start the browser with the fonts prepared for the certificates, so that every script has letters."""
    fonts = ROOT / "var" / "fonts" / "fonts.conf"
    environment = dict(os.environ)
    if fonts.exists():
        environment.setdefault("FONTCONFIG_FILE", str(fonts))
    return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS), env=environment)


@dataclass
class Watch:
    """Notes what a page must never do: ask another host, or complain in the console (a broken policy does)."""

    site: str
    faults: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Begin to watch all pages of a context."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"script error: {error.error}"))

    def allow(self, part: str) -> None:
        """Expect complaints that contain `part`, where a test provokes them."""
        self.allowed.append(part)

    def verdict(self) -> list[str]:
        """Return the faults nobody allowed."""
        return [fault for fault in self.faults if not any(part in fault for part in self.allowed)]

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and f"{parts.scheme}://{parts.netloc}" != self.site:
            self.faults.append(f"foreign request: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")


@dataclass
class People:
    """Makes browsers for people: each a context of its own, as if on a phone of their own."""

    browser: Browser
    watch: Watch
    contexts: list[BrowserContext] = field(default_factory=list)

    def phone(self, language: str = "en", **options: object) -> BrowserContext:
        """Return a fresh phone that prefers `language`; `options` are Playwright's own."""
        wanted = {"viewport": PHONE, "locale": {"zh-hans": "zh-CN"}.get(language, language), **options}
        context = self.browser.new_context(base_url=self.watch.site, **wanted)
        context.set_default_timeout(WAIT_MS)
        self.watch.over(context)
        self.contexts.append(context)
        return context

    def leave(self) -> None:
        """Close every phone."""
        for context in self.contexts:
            context.close()
        self.contexts.clear()
