"""A second factor a learner has set up: no code goes past it, and nothing of its use is kept."""

import time
from unittest import mock

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from people.actions import issue_recovery_codes
from tests.factories.people import PASSWORD
from tests.reading import browser, words

SECRET, NEW = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "another four words kept"
ASK = "/accounts/2fa/authenticate/"


@pytest.fixture
def mei(cast):
    totp.TOTP.activate(cast.mei, SECRET)
    return cast.mei


@pytest.fixture(autouse=True)
def still():
    """Stop the clock, so that no code changes while a test runs."""
    now = time.time()
    with mock.patch("time.time", return_value=now):
        yield now


def code(at):
    return totp.format_hotp_value(totp.hotp_value(SECRET, int(at) // 30))


def is_in(client):
    return client.get("/en/me/").status_code == 200


def sign_in():
    client = Client()
    client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD})
    return client


def test_the_digits_open_once_and_not_again_within_their_time(mei, still):
    first, second = sign_in(), sign_in()
    first.post(ASK, {"code": code(still)})
    assert is_in(first)
    again = second.post(ASK, {"code": code(still)})
    assert again.status_code == 200
    assert not is_in(second)
    with mock.patch("time.time", return_value=still + 30):
        second.post(ASK, {"code": code(still + 30)})
    assert is_in(second)


def test_a_recovery_code_sets_the_password_and_the_factor_is_still_asked_for(mei, still):
    client = Client()
    sent = {"handle": "mei-7kq", "code": issue_recovery_codes(mei)[0], "password": NEW}
    assert client.post("/recovery/", sent).url == ASK
    assert not is_in(client)
    page = words(client.get(ASK))
    assert "A recovery code does not replace it. Learners ask their trainer" in page
    client.post(ASK, {"code": "000000"})
    assert not is_in(client)
    client.post(ASK, {"code": code(still)})
    assert is_in(client)


def test_a_thief_with_a_code_never_comes_in_and_the_owner_still_can(mei, still):
    codes, thief, owner = issue_recovery_codes(mei), Client(), Client()
    thief.post("/recovery/", {"handle": "mei-7kq", "code": codes[0], "password": NEW})
    for _ in range(6):
        thief.post(ASK, {"code": "000000"})
    assert not is_in(thief)
    with mock.patch("time.time", return_value=still + 600):
        owner.post("/recovery/", {"handle": "mei-7kq", "code": codes[1], "password": "a third set of words"})
        owner.post(ASK, {"code": code(still + 600)})
        assert is_in(owner)


def test_without_a_second_factor_a_code_is_enough(cast):
    client = Client()
    client.post("/recovery/", {"handle": "bo-x2m", "code": issue_recovery_codes(cast.bo)[0], "password": NEW})
    assert is_in(client)


def test_no_moment_of_a_learners_sign_in_is_kept_with_the_factor(mei, still):
    client = sign_in()
    client.post(ASK, {"code": code(still)})
    held = Authenticator.objects.get(user=mei)
    assert held.last_used_at is None
    assert (held.created_at.day, held.created_at.hour, held.created_at.second) == (1, 0, 0)


def test_a_learner_switches_the_app_on_and_off(cast, still):
    mei = browser(cast.mei)
    activate, deactivate = "/accounts/2fa/totp/activate/", "/accounts/2fa/totp/deactivate/"
    assert mei.get(activate).url.startswith("/accounts/reauthenticate/?next=")
    mei.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": activate})
    page = mei.get(activate)
    assert 'class="qr"' in page.content.decode() and "data:image" not in page.content.decode()
    secret = mei.session["mfa.totp.secret"]
    digits = totp.format_hotp_value(totp.hotp_value(secret, int(still) // 30))
    assert mei.post(activate, {"code": digits}).url == "/accounts/2fa/"
    assert "Switched on" in words(mei.get("/accounts/2fa/"))
    assert mei.get(deactivate).status_code == 200
    mei.post(deactivate)
    assert not Authenticator.objects.exists()
    assert mei.post(deactivate, follow=True).status_code == 404


def test_staff_do_not_switch_off_their_last_one(cast):
    totp.TOTP.activate(cast.lan, SECRET)
    lan = browser(cast.lan)
    lan.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = lan.post("/accounts/2fa/totp/deactivate/")
    assert "Staff keep at least one second factor" in words(page)
    assert Authenticator.objects.filter(user=cast.lan).exists()
