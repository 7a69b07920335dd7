"""Passkeys: made, used to sign in and as a second factor, renamed, removed; never anybody else's."""

import html
import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.factories.people import PASSWORD
from tests.passkeys import Passkey
from tests.reading import browser, words

ADD, SIGN_IN, ASK = "/accounts/2fa/passkeys/add/", "/accounts/2fa/passkeys/sign-in/", "/accounts/2fa/authenticate/"


def options_of(page):
    found = re.search(r'data-options="([^"]*)"', page.content.decode())
    return json.loads(html.unescape(found[1]))


def at_localhost(user=None, **more):
    client = browser(user, **more) if user else Client()
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def make(user, name="My phone", **about):
    """Let somebody make a passkey on a device of their own; return it and the answer of the site."""
    client, passkey = at_localhost(user), Passkey(**about)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    credential = passkey.made(options_of(client.get(ADD)))
    return passkey, client.post(ADD, {"name": name, "credential": credential})


def sign_in_with(passkey, client=None, **more):
    client = client or at_localhost()
    asked = client.get(SIGN_IN, headers={"accept": "application/json"}).json()["request_options"]
    return client, client.post(SIGN_IN, {"credential": passkey.used(asked), **more})


def is_in(client):
    return client.get("/en/me/").status_code == 200


def test_mei_makes_a_passkey_and_signs_in_with_it_alone(cast):
    passkey, made = make(cast.mei)
    assert made.url == "/accounts/2fa/"
    client, answer = sign_in_with(passkey)
    assert answer.url == "/me/"
    assert is_in(client)
    assert "My phone" in words(client.get("/accounts/2fa/"))


def test_she_goes_on_to_the_page_she_wanted_and_never_off_the_site(cast):
    passkey, _made = make(cast.mei)
    assert sign_in_with(passkey, next="/en/join/")[1].url == "/en/join/"
    assert sign_in_with(passkey, next="https://elsewhere.example/")[1].url == "/me/"


def test_the_device_must_ask_for_a_finger_a_face_or_a_pin(cast):
    _passkey, refused = make(cast.mei, verifies=False)
    assert refused.status_code == 200
    assert not Authenticator.objects.exists()
    passkey, _made = make(cast.mei)
    passkey.flags = 0x01
    client, _answer = sign_in_with(passkey)
    assert not is_in(client)


def test_a_password_alone_no_longer_opens_the_account(cast):
    passkey, _made = make(cast.mei)
    client = at_localhost()
    assert client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD}).url == ASK
    assert not is_in(client)
    page = client.get(ASK)
    assert "Your passkey" in words(page) and "six digits" not in words(page)
    assert client.post(ASK, {"credential": passkey.used(options_of(page))}).url == "/me/"
    assert is_in(client)


def test_staff_doors_open_to_a_passkey_as_to_an_app(cast):
    passkey, _made = make(cast.lan)
    client, _answer = sign_in_with(passkey)
    assert client.get("/en/me/").status_code == 200
    cohort = f"/en/cohorts/{cast.peers.pk}/"
    assert client.get(cohort).status_code == 200
    without = at_localhost(cast.lan, second_factor=False)
    way = without.get(cohort).url
    assert way == f"/accounts/2fa/passkeys/reauthenticate/?next={cohort}"
    shown = passkey.used(options_of(without.get(way)))
    assert without.post(way, {"credential": shown, "next": cohort}).url == cohort
    assert without.get(cohort).status_code == 200


def test_bos_passkey_is_no_key_to_meis_account(cast):
    mine, _made = make(cast.mei)
    theirs, _made = make(cast.bo)
    theirs.owner = mine.owner
    client, _answer = sign_in_with(theirs)
    assert not is_in(client)
    client = at_localhost()
    client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD})
    client.post(ASK, {"credential": theirs.used(options_of(client.get(ASK)))})
    assert not is_in(client)


def test_an_answer_is_good_once_and_for_this_site_only(cast):
    passkey, _made = make(cast.mei)
    client = at_localhost()
    asked = client.get(SIGN_IN, headers={"accept": "application/json"}).json()["request_options"]
    answer = passkey.used(asked)
    client.post(SIGN_IN, {"credential": answer})
    assert is_in(client)
    again = at_localhost()
    again.post(SIGN_IN, {"credential": answer})
    assert not is_in(again)
    passkey.origin = "https://localhost.elsewhere.example"
    other, _answer = sign_in_with(passkey)
    assert not is_in(other)


@pytest.mark.parametrize("junk", ["", "[]", "null", "{}", '"x"', "1", '{"id": 1}', '{"id": "a", "response": {}}', "{"])
def test_junk_is_refused_in_peace(cast, junk):
    client = at_localhost()
    client.get(SIGN_IN, headers={"accept": "application/json"})
    assert client.post(SIGN_IN, {"credential": junk}).url == "/accounts/login/"
    assert not is_in(client)


@pytest.mark.parametrize("junk", ["null", "[]", '{"id": "a"}', "made for another"])
def test_junk_makes_no_passkey(cast, junk):
    mei = at_localhost(cast.mei)
    mei.post("/accounts/reauthenticate/", {"password": PASSWORD})
    asked = options_of(mei.get(ADD))
    if junk == "made for another":
        junk = Passkey(site="elsewhere.example").made(asked)
    broken = mei.post(ADD, {"name": "x", "credential": junk})
    assert broken.status_code == 200
    assert "Not sent yet" in words(broken) or "That did not fit" in words(broken)
    cut = json.loads(Passkey().made(options_of(broken)))
    cut["response"]["attestationObject"] = cut["response"]["attestationObject"][:40]
    assert mei.post(ADD, {"name": "x", "credential": json.dumps(cut)}).status_code == 200
    assert not Authenticator.objects.exists()


def test_a_passkey_is_renamed_and_removed_by_its_owner_alone(cast):
    make(cast.mei)
    pk = Authenticator.objects.get().pk
    rename, remove = f"/accounts/2fa/passkeys/{pk}/rename/", f"/accounts/2fa/passkeys/{pk}/remove/"
    stranger, mei = at_localhost(cast.bo), at_localhost(cast.mei)
    for client in (stranger, mei):
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    for address in (rename, remove):
        assert stranger.get(address, follow=True).status_code == 404
        assert stranger.post(address, {"name": "x"}, follow=True).status_code == 404
    mei.post(rename, {"name": "The old phone"})
    assert "The old phone" in words(mei.get("/accounts/2fa/"))
    assert "The old phone" in words(mei.get(remove))
    mei.post(remove)
    assert not Authenticator.objects.exists()
    assert mei.post(remove, follow=True).status_code == 404


def test_staff_keep_their_last_second_factor(cast):
    make(cast.lan)
    pk = Authenticator.objects.get().pk
    lan = at_localhost(cast.lan)
    lan.post("/accounts/reauthenticate/", {"password": PASSWORD})
    lan.post(f"/accounts/2fa/passkeys/{pk}/remove/")
    assert Authenticator.objects.filter(pk=pk).exists()
    assert "Staff keep at least one second factor" in words(lan.get("/accounts/2fa/"))
    make(cast.lan, "Another")
    lan.post(f"/accounts/2fa/passkeys/{pk}/remove/")
    assert not Authenticator.objects.filter(pk=pk).exists()


def test_a_page_with_a_passkey_runs_no_script_but_ours(cast):
    for page in (at_localhost().get("/accounts/login/"), at_localhost(cast.mei).get("/accounts/2fa/")):
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page.content.decode()))
