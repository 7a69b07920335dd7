"""Nothing that was answered is lost: without a line, with a foreign page in between, in two tabs, with a wrong clock."""

import datetime
from functools import partial
from typing import Any

from playwright.sync_api import Dialog, Route, expect

from tests.browser.answers import DATABASES, answer, held, mid_test, new_letter, number_of, press_next, sit
from tests.browser.chromium import People
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.sitting import Sitting

SAVED = "Saved at"
NO_LINE = "ERR_INTERNET_DISCONNECTED"
PORTAL = "<!doctype html><title>Free Wi-Fi</title><p>Accept our terms</p>"
# What may come instead of the server's word, by the question it is tried on.
FOREIGN: dict[int, dict[str, Any]] = {
    2: {"status": 200, "content_type": "text/html", "body": PORTAL},
    3: {"status": 302, "headers": {"Location": "/en/"}},
    4: {"status": 503, "content_type": "text/html", "body": PORTAL},
    5: {"status": 200, "json": {"state": "ok", "saved": True}},
    6: {"status": 404, "content_type": "text/html", "body": PORTAL},
    7: {"status": 200, "json": {"state": "saved"}},
}
SITE_ZONE = datetime.timezone(datetime.timedelta(hours=8))


def test_half_an_hour_without_a_line_and_a_clock_a_day_wrong_lose_nothing(people: People, site: Site) -> None:
    people.watch.allow(NO_LINE)
    phone = mid_test(people, site)
    phone.clock.install(time=datetime.datetime.now() + datetime.timedelta(hours=26))
    sitting = sit(phone)
    page, state = sitting.learner.page, sitting.learner.page.locator("#state")
    before = held(site, number_of(page))
    wanted = {position: new_letter(before.get(position)) for position in range(1, 6)}

    phone.set_offline(True)
    for position, letter in wanted.items():
        expect(page.locator(".crumb").first).to_contain_text(f"question {position} of 20")
        answer(page, letter)
        press_next(page)
    page.go_back()
    expect(page.locator(".crumb").first).to_contain_text("question 5 of 20")
    expect(page.locator(f"[name=choice][value={wanted[5]}]")).to_be_checked()
    expect(state).to_contain_text("5 answers are not saved yet. They are kept on this phone")
    page.locator("#finish").click()
    expect(state).to_contain_text("5 answers are not with the server yet.")
    phone.clock.fast_forward("30:00")
    assert held(site, number_of(page)) == before

    phone.set_offline(False)
    expect(state).to_contain_text(SAVED)
    assert held(site, number_of(page)) == before | wanted
    # The server's minute, not the phone's.
    now = datetime.datetime.now(SITE_ZONE)
    assert state.inner_text().split()[-1] in {f"{at:%H:%M}" for at in (now, now - datetime.timedelta(minutes=1))}
    expect(page.locator(".over a").nth(3)).to_have_class("did")


def fulfil(reply: dict[str, Any], route: Route) -> None:
    """Answer in the server's place."""
    route.fulfill(**reply)


def test_what_is_not_the_servers_word_is_never_called_saved(people: People, site: Site) -> None:
    people.watch.allow("Failed to load resource")
    sitting = sit(mid_test(people, site))
    page, state = sitting.learner.page, sitting.learner.page.locator("#state")
    before = held(site, number_of(page))
    for position, reply in FOREIGN.items():
        page.route("**/answer/", partial(fulfil, reply))
        sitting.go_to(position)
        answer(page, new_letter(before.get(position)))
        expect(state).to_contain_text("Not saved yet, kept on this phone.")
        assert held(site, number_of(page)).get(position) == before.get(position)
        page.unroute("**/answer/")
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(state).to_contain_text(SAVED)
        assert held(site, number_of(page))[position] == new_letter(before.get(position))


def test_whoever_is_signed_out_is_told_and_the_answer_is_sent_after_signing_in(people: People, site: Site) -> None:
    phone = mid_test(people, site)
    sitting = sit(phone)
    page, state = sitting.learner.page, sitting.learner.page.locator("#state")
    letter = new_letter(held(site, number_of(page)).get(7))
    phone.clear_cookies(name=next(one["name"] for one in phone.cookies() if "session" in one["name"]))
    sitting.go_to(7)
    answer(page, letter)
    expect(state).to_contain_text("You are signed out, so nothing is saved now.")
    state.get_by_role("link", name="Sign in").click()
    page.locator("#id_login").fill("mid-test")
    page.locator("#id_password").fill(site.demonstration_password)
    sitting.learner.send()
    sitting.learner.is_at(r"sittings/[0-9a-f-]{36}/7/")
    expect(state).to_contain_text(SAVED)
    expect(page.locator(f"[name=choice][value={letter}]")).to_be_checked()
    assert held(site, number_of(page))[7] == letter


def test_two_tabs_send_what_both_hold_and_the_page_opened_later_stands(people: People, site: Site) -> None:
    people.watch.allow(NO_LINE)
    people.watch.allow("409")
    phone = mid_test(people, site)
    first = sit(phone).learner.page
    second = phone.new_page()
    with second.expect_response("**/sheet/"):
        second.goto(first.url)
    older = new_letter(held(site, number_of(first)).get(1))
    newer = new_letter(older)
    phone.set_offline(True)
    answer(second, newer if newer != held(site, number_of(first)).get(1) else "dk")
    answer(first, older)
    for page in (first, second):
        expect(page.locator("#state")).to_contain_text("Not saved yet")
    phone.set_offline(False)
    expect(second.locator("#state")).to_contain_text(SAVED)
    expect(first.locator("#state")).not_to_contain_text("Not saved yet")
    stands = held(site, number_of(first))[1]
    assert stands != older
    answer(first, new_letter(older))
    expect(first.locator("#state")).to_contain_text("That one stands.")
    assert held(site, number_of(first))[1] == stands


def test_a_shared_device_keeps_nothing_and_asks_before_answers_are_lost(people: People, site: Site) -> None:
    people.watch.allow(NO_LINE)
    phone = people.phone()
    learner = Learner.on(phone, "en")
    learner.page.goto("/accounts/login/")
    learner.page.locator("#shared").check()
    learner.page.locator("#id_login").fill("mid-test")
    learner.page.locator("#id_password").fill(site.demonstration_password)
    learner.send()
    learner.is_at("me/")
    learner.go_on(r"tests/\d+/")
    with learner.page.expect_response("**/sheet/"):
        sitting = Sitting.begin(learner)
    page, state = learner.page, learner.page.locator("#state")
    before = held(site, number_of(page))
    wanted = {position: new_letter(before.get(position)) for position in (1, 2)}
    phone.set_offline(True)
    for letter in wanted.values():
        answer(page, letter)
        press_next(page)
    expect(state).to_contain_text("2 answers are not saved yet. Leave this page open")
    assert page.evaluate(DATABASES) == []
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.evaluate("location.reload()")
    expect(state).to_contain_text("2 answers")
    assert asked == ["beforeunload"]
    phone.set_offline(False)
    expect(state).to_contain_text(SAVED)
    assert page.evaluate(DATABASES) == []
    assert held(site, number_of(page)) == before | wanted
    sitting.learner.page.close()


def fails(route: Route) -> None:
    """Let a request find no line."""
    route.abort("internetdisconnected")


def test_leaving_takes_what_waits_off_the_device(people: People, site: Site) -> None:
    people.watch.allow(NO_LINE)
    people.watch.allow("favicon.ico")
    phone = people.phone()
    Learner.on(phone, "en").sign_in("mid-test", site.demonstration_password)
    page = sit(phone).learner.page
    number = number_of(page)
    page.route("**/answer/", fails)
    answer(page, new_letter(held(site, number).get(1)))
    expect(page.locator("#state")).to_contain_text("Not saved yet")
    assert page.evaluate(DATABASES) == [f"sitting-{number}"]
    page.get_by_role("link", name="Leave quickly").click()
    page.wait_for_url("**/leave/")
    assert page.evaluate(DATABASES) == []


def test_handing_in_waits_for_the_line_and_leaves_nothing(people: People, site: Site) -> None:
    people.watch.allow(NO_LINE)
    phone = people.phone()
    Learner.on(phone, "en").sign_in("follow-up-open", site.demonstration_password)
    sitting = sit(phone)
    page, number = sitting.learner.page, number_of(sitting.learner.page)
    page.route("**/answer/", fails)
    answer(page, "b")
    expect(page.locator("#state")).to_contain_text("Not saved yet")
    # As whoever types the address does, or comes back by the page of all steps.
    page.goto(f"/en/sittings/{number}/finish/")
    expect(page.locator("main strong").first).to_contain_text("20 questions have no answer yet.")
    sitting.learner.send()
    expect(page.locator("#state")).to_contain_text("One answer is not with the server yet.")
    page.unroute("**/answer/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("main strong").first).to_contain_text("19 questions have no answer yet.")
    assert held(site, number) == {1: "b"}
    sitting.learner.send()
    sitting.learner.is_at(r"sittings/[0-9a-f-]{36}/result/")
    page.wait_for_function("async () => (await indexedDB.databases()).length === 0")
