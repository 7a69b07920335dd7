"""Looking at a page as axe-core does, and as a narrow phone does."""

from playwright.sync_api import Page

from tests.browser.chromium import PHONE
from tests.browser.templates import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async ([region, rules]) => {
  const found = await axe.run(region, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] });
  return found.violations.map(one => [one.id, one.nodes.map(node => node.target.join(" ") + ": " + node.failureSummary)]);
}"""
NARROW = {"width": 320, "height": 640}


def violations(page: Page, name: str, region: str = "html") -> list[str]:
    """Return what breaks WCAG 2 A and AA in a region of the page, in light and in dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        # Not a script element: the page's policy allows none but its own.
        page.evaluate(AXE.read_text())
        for rule, places in page.evaluate(RUN, [region, RULES]):
            found += [f"{name}, {scheme}: {rule}: {place}" for place in places]
    page.emulate_media(color_scheme="light")
    return found


def sideways(page: Page, name: str) -> list[str]:
    """Say whether the page scrolls sideways on the narrowest phone."""
    page.set_viewport_size(NARROW)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(PHONE)
    return [f"{name}: {wide} px wide on a phone of {NARROW['width']} px"] if wide > NARROW["width"] else []
