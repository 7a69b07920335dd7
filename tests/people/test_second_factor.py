"""Staff doors open with a password and a second factor, never with a password alone."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import Group, Permission

from tests.factories.people import PASSWORD
from tests.reading import browser, words

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def lan(cast):
    Group.objects.get(name="Trainers").permissions.add(Permission.objects.get(codename="access_admin"))
    totp.TOTP.activate(cast.lan, SECRET)
    return cast.lan


def sign_in(client, handle):
    return client.post("/accounts/login/", {"login": handle, "password": PASSWORD})


def code_now():
    return totp.format_hotp_value(totp.hotp_value(SECRET, int(time.time()) // 30))


def test_staff_without_a_second_factor_are_sent_to_make_one(cast, client):
    sign_in(client, "hua")
    assert client.get("/cms/").url == "/accounts/2fa/totp/activate/"
    assert client.get("/cms/pages/").url == "/accounts/2fa/totp/activate/"


def test_staff_who_have_one_are_asked_for_it_when_they_sign_in(lan, client):
    assert sign_in(client, "lan").url.startswith("/accounts/2fa/authenticate/")
    assert "/accounts/login/" in client.get("/cms/").url


def test_a_session_made_without_it_is_sent_to_give_it(lan):
    assert browser(lan, second_factor=False).get("/cms/pages/").url == "/accounts/2fa/reauthenticate/?next=/cms/pages/"


def test_with_both_the_door_opens(lan, client):
    sign_in(client, "lan")
    client.post("/accounts/2fa/authenticate/", {"code": code_now()})
    assert client.get("/cms/").status_code == 200


def test_a_wrong_code_opens_nothing(lan, client):
    sign_in(client, "lan")
    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert client.get("/cms/").status_code == 302


@pytest.mark.parametrize("steps", [-2, 2])
def test_a_code_of_a_minute_before_or_after_opens_nothing(lan, client, steps):
    sign_in(client, "lan")
    other = totp.format_hotp_value(totp.hotp_value(SECRET, int(time.time()) // 30 + steps))
    client.post("/accounts/2fa/authenticate/", {"code": other})
    assert client.get("/cms/").status_code == 302


def test_wagtails_own_sign_in_is_closed(cast, client):
    for door in ("/cms/login/", "/cms/password_reset/", "/en/_util/login/"):
        assert client.get(door).url.startswith("/accounts/login/")
        assert client.post(door, {"username": "lan", "password": PASSWORD}).status_code == 302
    assert "_auth_user_id" not in client.session


def test_a_learner_is_refused_and_a_visitor_is_asked_to_sign_in(cast):
    refused = browser(cast.mei).get("/cms/")
    assert refused.status_code == 403
    assert "Your account has no right to this page." in words(refused)
    assert browser().get("/cms/").url.startswith("/accounts/login/")


def test_the_secret_is_sealed_in_the_database(lan):
    held = Authenticator.objects.get(user=lan).data["secret"]
    assert SECRET not in held
