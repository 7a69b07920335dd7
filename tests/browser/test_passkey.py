"""A passkey is made and used in Chromium, with a device of software behind it; passkeys want the name localhost."""

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.chromium import People, Watch
from tests.browser.learner import Learner
from tests.browser.site import Site

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_device(phone: BrowserContext) -> Page:
    """Return a page of a phone that has a lock and can keep passkeys."""
    page = phone.new_page()
    protocol = phone.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    protocol.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


def make_passkey(page: Page, password: str) -> None:
    """Make a passkey from the page "Signing in"; the password is asked once more."""
    page.locator(".foot").get_by_role("link", name="Signing in").click()
    page.get_by_role("link", name="Make a passkey").click()
    page.locator("#id_password").fill(password)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("[data-no-passkey]")).to_be_hidden()
    page.locator("#id_name").fill("My phone")
    page.get_by_role("button", name="Make a passkey").click()
    page.wait_for_url("**/accounts/2fa/")
    expect(page.locator("main")).to_contain_text("My phone")


def sign_out(page: Page) -> None:
    """Press the button at the foot of every page."""
    page.locator(".foot").get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/en/")


def test_a_learner_makes_a_passkey_and_signs_in_with_it(browser: Browser, site: Site) -> None:
    watch = Watch(site.url.replace("127.0.0.1", "localhost"))
    people = People(browser, watch)
    page = with_device(people.phone())
    learner = Learner(page, "en")
    learner.sign_in("peer", site.demonstration_password)
    make_passkey(page, site.demonstration_password)
    sign_out(page)

    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(re.compile(r"/me/$"))
    sign_out(page)

    # With the password the passkey is the second factor.
    page.goto("/accounts/login/")
    page.locator("#id_login").fill("peer")
    page.locator("#id_password").fill(site.demonstration_password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/accounts/2fa/authenticate/")
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url(re.compile(r"/me/$"))

    # The next test finds the account as it was.
    page.goto("/accounts/2fa/")
    page.get_by_role("link", name="Remove").click()
    page.locator("#id_password").fill(site.demonstration_password)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Remove it").click()
    page.wait_for_url("**/accounts/2fa/")
    expect(page.locator("main")).not_to_contain_text("My phone")
    people.leave()
    assert not watch.verdict(), "\n".join(watch.verdict())


def test_a_shared_device_forgets_whoever_was_there(browser: Browser, site: Site) -> None:
    watch = Watch(site.url.replace("127.0.0.1", "localhost"))
    people = People(browser, watch)
    phone = people.phone()
    page = phone.new_page()
    page.goto("/shared/")
    page.get_by_role("button", name="Set it up for several people").click()
    expect(page.locator("main")).to_contain_text("This device is set up for several people.")
    Learner(page, "en").sign_in("peer", site.demonstration_password)
    session = next(one for one in phone.cookies() if one["name"] == "__Host-session")
    assert session["expires"] == -1, "the session must end with the browser"
    page.evaluate("localStorage.setItem('left', 'behind')")

    # The calendar has no icon of ours, and the browser asks for one by itself.
    watch.allow("favicon.ico")
    page.get_by_role("link", name="Leave quickly").click()
    page.wait_for_url("**/leave/")
    assert {one["name"] for one in phone.cookies()} == {"__Host-shared"}
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("peer")
    assert page.evaluate("localStorage.length") == 0
    people.leave()
    assert not watch.verdict(), "\n".join(watch.verdict())
