"""What the first visit to a lesson costs on a slow line."""

from collections.abc import Callable

from tests.browser.chromium import People

MOST_BYTES = 30 * 1024
MOST_REQUESTS = 4


def test_a_first_visit_to_a_lesson_is_light(people: People, record_property: Callable[[str, object], None]) -> None:
    page = people.phone().new_page()
    wire = page.context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}
    wire.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    wire.on(
        "Network.loadingFinished", lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])})
    )
    wire.send("Network.enable")

    page.goto("/en/anshan/course/breath/ten-minutes/", wait_until="networkidle")

    counted = {number: size for number, size in sizes.items() if kinds.get(number) != "Media"}
    told = ", ".join(f"{kinds.get(number)} {size}" for number, size in counted.items())
    cost = f"{sum(counted.values())} bytes in {len(counted)} requests ({told})"
    record_property("First visit to a lesson", cost)
    assert sum(counted.values()) <= MOST_BYTES
    assert len(counted) <= MOST_REQUESTS
