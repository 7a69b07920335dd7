"""The page "Signing in": a new password, and signing out everywhere else."""

import pytest
from django.test import Client

from people.models import Session
from tests.factories.people import PASSWORD
from tests.reading import browser, form_with, words

NEW, ADDRESS = "another four words kept", "/accounts/password/"


def change(client, current=PASSWORD, password=NEW):
    return client.post(ADDRESS, {"current": current, "password": password})


def test_it_shows_ones_ways_in_and_is_linked_from_every_page(cast):
    mei = browser(cast.mei)
    assert 'href="/accounts/2fa/"' in mei.get("/en/me/").content.decode()
    page = words(mei.get("/accounts/2fa/"))
    for told in ("mei-7kq", "Change the password", "None yet.", "Not switched on.", "You are signed in here only."):
        assert told in page


def test_the_password_changes_and_the_old_one_opens_nothing(cast):
    mei = browser(cast.mei)
    assert change(mei).url == "/accounts/2fa/"
    assert "Everywhere else you are signed out" in words(mei.get("/accounts/2fa/"))
    cast.mei.refresh_from_db()
    assert cast.mei.check_password(NEW) and not cast.mei.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"current": "not this one at all"}, "This is not your password."),
        ({"password": "short"}, "Use 10 signs or more"),
        ({"password": "my name is mei-7kq"}, "too much like your name"),
        ({"password": "1234567890"}, "Many people use this password"),
        ({"password": ""}, "Not sent yet."),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(cast, sent, told):
    answer = change(browser(cast.mei), **sent)
    assert answer.status_code == 422
    assert told in words(answer)
    assert NEW not in answer.content.decode()
    cast.mei.refresh_from_db()
    assert cast.mei.check_password(PASSWORD)


def test_whoever_finds_the_device_open_cannot_guess_the_password(cast):
    thief = browser(cast.mei)
    for _ in range(5):
        change(thief, current="not this one at all")
    answer = change(thief)
    assert answer.status_code == 429
    assert "Wait a minute" in words(answer)
    cast.mei.refresh_from_db()
    assert cast.mei.check_password(PASSWORD)


def test_signing_out_elsewhere_ends_every_stay_of_mine_but_this(cast):
    here, there, theirs = browser(cast.mei), browser(cast.mei), browser(cast.bo)
    assert "in 1 other browser" in words(here.get("/accounts/2fa/"))
    assert form_with(here.get("/accounts/2fa/"), "csrfmiddlewaretoken")
    here.post("/accounts/elsewhere/")
    assert "You are signed out in 1 other place." in words(here.get("/accounts/2fa/"))
    assert there.get("/en/me/").status_code == 302
    assert theirs.get("/en/me/").status_code == 200
    assert Session.objects.filter(user=cast.mei).count() == 1
    here.post("/accounts/elsewhere/")
    assert here.get("/en/me/").status_code == 200


def test_asking_for_the_address_ends_nothing(cast):
    here, there = browser(cast.mei), browser(cast.mei)
    assert here.get("/accounts/elsewhere/").status_code == 405
    assert there.get("/en/me/").status_code == 200


def test_both_want_a_token_of_the_page(cast):
    for address in (ADDRESS, "/accounts/elsewhere/"):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(cast.mei, backend="people.backends.AccountBackend")
        assert strict.post(address, {"current": PASSWORD, "password": NEW}).status_code == 403
