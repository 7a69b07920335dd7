"""Pictures of every station of the road, on a phone and on a desk, kept for people to look at."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.chromium import PHONE
from tests.browser.templates import ROOT

PLACE = ROOT / "var" / "screenshots"
DESK = {"width": 1280, "height": 900}


@dataclass
class Album:
    """The pictures of one walk, numbered in its order."""

    folder: Path
    taken: int = 0

    @classmethod
    def new(cls, name: str) -> "Album":
        """Begin an album anew."""
        folder = PLACE / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return cls(folder)

    def take(self, page: Page, name: str) -> None:
        """Keep the page as a phone and as a desk show it; it is left as it was."""
        self.taken += 1
        before = page.viewport_size or PHONE
        # A header that stays in sight would lie across the middle of the picture.
        page.evaluate("scrollTo(0, 0)")
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            path = self.folder / f"{self.taken:02}-{name}-{size['width']}.png"
            page.screenshot(path=path, full_page=True, animations="disabled")
        page.set_viewport_size(before)
