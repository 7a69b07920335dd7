"""Devices that several people use: short stays, nothing kept, nothing set up, nothing left."""

import time
from unittest import mock

import pytest
from django.conf import settings as configured
from django.core.cache import cache
from django.test import Client

from people.actions import issue_recovery_codes
from tests.factories.people import PASSWORD
from tests.reading import browser, form_with, words

TICKED = {"shared": "on"}


def sign_in(client=None, **more):
    client = client or Client()
    client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD, **more})
    return client


def marked():
    tablet = Client()
    tablet.post("/shared/", {"state": "on"})
    return tablet


def after(minutes):
    return mock.patch("time.time", return_value=time.time() + minutes * 60)


def is_in(client):
    return client.get("/en/me/").status_code == 200


def recovered(cast):
    client, code = Client(), issue_recovery_codes(cast.mei)[0]
    client.post("/recovery/", {"handle": "mei-7kq", "code": code, "password": "another four words kept", **TICKED})
    return client


@pytest.mark.parametrize("come", [lambda cast: sign_in(**TICKED), lambda cast: sign_in(marked()), recovered])
def test_the_stay_ends_with_the_browser_and_after_fifteen_idle_minutes(cast, come):
    mei = come(cast)
    assert is_in(mei)
    assert mei.cookies["__Host-session"]["max-age"] == mei.cookies["__Host-session"]["expires"] == ""
    with after(14):
        assert is_in(mei)
    with after(28):
        assert is_in(mei)
    with after(44):
        out = mei.get("/en/me/")
        assert "/accounts/login/" in out.url
        assert "other people use this device too" in words(mei.get(out.url))
    assert not is_in(mei)


def test_the_minutes_are_a_setting(cast, settings):
    settings.SHARED_IDLE_MINUTES = 3
    mei = sign_in(**TICKED)
    with after(4):
        assert not is_in(mei)


def test_on_ones_own_device_one_stays(cast):
    mei = sign_in()
    assert int(mei.cookies["__Host-session"]["max-age"]) == configured.SESSION_COOKIE_AGE
    with after(60):
        assert is_in(mei)


def test_no_time_of_the_visit_stands_in_the_session_and_no_key_of_it_in_the_cache(cast):
    mei = sign_in(**TICKED)
    is_in(mei)
    told = str(mei.session.items())
    assert str(int(time.time()))[:7] not in told
    assert not any(mei.session.session_key in key for key in cache._cache)


def test_whoever_empties_the_cache_signs_people_out_and_lets_nobody_in(cast):
    mei = sign_in(**TICKED)
    cache.clear()
    assert not is_in(mei)


def test_a_device_is_marked_and_set_back_without_an_account(db):
    tablet = Client()
    assert "set up for one person" in words(tablet.get("/shared/"))
    tablet.post("/shared/", {"state": "on"})
    assert "set up for several people" in words(tablet.get("/shared/"))
    cookie = tablet.cookies["__Host-shared"]
    assert cookie.value == "on" and cookie["httponly"] and int(cookie["max-age"]) > 300 * 86400
    tablet.post("/shared/", {"state": "off"})
    tablet.post("/shared/", {"state": "off"})
    assert tablet.cookies["__Host-shared"].value == ""


def test_a_marked_device_asks_no_tick_and_offers_to_keep_no_password(cast):
    page = marked().get("/accounts/login/")
    assert 'autocomplete="current-password"' not in page.content.decode()
    assert "shared" not in form_with(page, "password")["names"]
    own = Client().get("/accounts/login/")
    assert "shared" in form_with(own, "password")["names"]
    assert "shared" in form_with(Client().get("/recovery/"), "code")["names"]
    assert 'autocomplete="new-password"' not in marked().get("/recovery/").content.decode()


def test_somebody_signed_in_when_the_device_is_marked_is_on_a_shared_device_from_then_on(cast):
    mei = sign_in()
    mei.post("/shared/", {"state": "on"})
    assert is_in(mei)
    assert mei.cookies["__Host-session"]["max-age"] == ""
    with after(20):
        assert not is_in(mei)


@pytest.mark.parametrize("address", ["/accounts/2fa/totp/activate/", "/accounts/2fa/passkeys/add/"])
def test_no_second_factor_is_set_up_there(cast, address):
    mei = sign_in(**TICKED)
    mei.post("/accounts/reauthenticate/", {"password": PASSWORD})
    for ask in (mei.get, mei.post):
        assert ask(address).url == "/accounts/2fa/"
    assert "Do it on a phone of your own" in words(mei.get("/accounts/2fa/"))


@pytest.mark.parametrize(("method", "address"), [("post", "/accounts/logout/"), ("get", "/leave/")])
def test_after_leaving_the_browser_holds_the_devices_mark_alone(cast, method, address):
    mei = sign_in(marked())
    mei.get("/language/zh-hans/")
    mei.get("/accounts/2fa/")
    key = mei.cookies["__Host-session"].value
    answer = getattr(mei, method)(address)
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    told = {name: morsel.value for name, morsel in mei.cookies.items() if morsel.value}
    assert told.pop("__Host-shared") == "on"
    assert set(told) <= {"__Host-messages"}
    thief = Client()
    thief.cookies["__Host-session"] = key
    assert not is_in(thief)


def test_the_next_person_finds_no_page_of_the_last_one(cast):
    mei = browser(cast.mei)
    assert "no-store" in mei.get("/en/me/").headers["Cache-Control"]
    mei = sign_in(marked())
    mei.get("/leave/")
    assert "mei-7kq" not in mei.get("/accounts/login/").content.decode()


def test_what_was_ticked_once_does_not_hold_for_the_next_person(cast):
    phone = sign_in(**TICKED)
    phone.post("/accounts/logout/")
    sign_in(phone)
    with after(60):
        assert is_in(phone)
