"""What the first visit to a lesson and to a test costs on a slow line, and what each page after it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.browser.answers import answer, held, mid_test, new_letter, number_of, press_next
from tests.browser.chromium import People
from tests.browser.site import Site

MOST_BYTES = 30 * 1024
MOST_REQUESTS = 4
MOST_LATER = 6 * 1024


@dataclass
class Wire:
    """What goes over the line to a page, films and content pictures apart."""

    kinds: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> "Wire":
        """Begin to listen."""
        made = cls()
        wire = page.context.new_cdp_session(page)
        wire.on("Network.responseReceived", lambda event: made.kinds.update({event["requestId"]: event["type"]}))
        wire.on("Network.loadingFinished", made._finished)
        wire.send("Network.enable")
        return made

    def _finished(self, event: dict[str, object]) -> None:
        # What comes from the browser's own cache has no bytes on the line.
        if event["encodedDataLength"]:
            self.sizes[str(event["requestId"])] = int(str(event["encodedDataLength"]))

    def take(self) -> tuple[int, int, str]:
        """Return bytes, requests and a line about them since the last time."""
        counted = {number: size for number, size in self.sizes.items() if self.kinds.get(number) != "Media"}
        told = ", ".join(f"{self.kinds.get(number)} {size}" for number, size in counted.items())
        self.sizes.clear()
        return sum(counted.values()), len(counted), f"{sum(counted.values())} bytes in {len(counted)} requests ({told})"


def test_a_first_visit_to_a_lesson_is_light(people: People, record_property: Callable[[str, object], None]) -> None:
    page = people.phone().new_page()
    wire = Wire.of(page)

    page.goto("/en/anshan/course/breath/ten-minutes/", wait_until="networkidle")

    size, requests, cost = wire.take()
    record_property("First visit to a lesson", cost)
    assert size <= MOST_BYTES
    assert requests <= MOST_REQUESTS


def test_a_test_is_light(people: People, site: Site, record_property: Callable[[str, object], None]) -> None:
    page = mid_test(people, site).new_page()
    wire = Wire.of(page)
    page.goto("/en/me/")
    page.locator(".next .btn").click()
    page.wait_for_load_state("networkidle")
    wire.take()

    page.locator("main form .btn").click()
    page.wait_for_url("**/sittings/**")
    page.wait_for_load_state("networkidle")
    size, requests, cost = wire.take()
    record_property("First question of a test, all others and the scripts with it", cost)
    assert size <= MOST_BYTES
    assert requests <= MOST_REQUESTS

    answer(page, new_letter(held(site, number_of(page)).get(1)))
    press_next(page)
    expect(page.locator("#state")).to_contain_text("Saved at")
    page.wait_for_load_state("networkidle")
    size, requests, cost = wire.take()
    record_property("An answer and the next question", cost)
    assert size <= MOST_LATER
    assert requests == 1

    page.locator("#finish").click()
    page.wait_for_url("**/finish/")
    page.wait_for_load_state("networkidle")
    size, requests, cost = wire.take()
    record_property("The end of a test", cost)
    assert size <= MOST_LATER
