"""Signing in and out: by handle and password, and nothing tells who exists."""

import pytest

from people.actions import remember_language
from tests.factories.people import PASSWORD
from tests.reading import browser, form_with, words


def send(client, handle, password=PASSWORD, **extra):
    return client.post("/accounts/login/", {"login": handle, "password": password, **extra})


@pytest.mark.parametrize("spelling", ["mei-7kq", "MEI-7KQ", "  mei-7kq "])
def test_mei_signs_in_however_she_writes_her_handle(cast, client, spelling):
    assert send(client, spelling).url == "/me/"


def test_she_goes_on_to_the_page_she_wanted(cast, client):
    page = client.get("/accounts/login/?next=/en/join/")
    assert form_with(page, "password")["data"]["next"] == "/en/join/"
    assert send(client, "mei-7kq", next="/en/join/").url == "/en/join/"


def test_she_is_never_led_off_the_site(cast, client):
    assert send(client, "mei-7kq", next="https://elsewhere.example/").url == "/me/"


def test_wrong_password_and_unknown_handle_get_the_same_words(cast, client):
    wrong, unknown = send(client, "mei-7kq", "not this one at all"), send(client, "nobody-abc")
    assert words(wrong).replace("mei-7kq", "") == words(unknown).replace("nobody-abc", "")
    assert "This name and this password do not belong together." in words(wrong)


def test_there_is_no_sign_up_and_no_password_mail(cast, client):
    assert client.get("/accounts/join/").url.endswith("/join/")
    assert client.get("/accounts/reset/").url == "/recovery/"
    for closed in ("/accounts/signup/", "/accounts/email/", "/accounts/password/reset/"):
        assert client.get(closed).status_code in {302, 404}
        assert client.post(closed, {"email": "a@b.example"}).status_code in {302, 404}


def test_after_five_wrong_passwords_the_account_waits(cast, client):
    for _ in range(5):
        send(client, "mei-7kq", "not this one at all")
    assert "_auth_user_id" not in client.session
    assert "Wait five minutes" in words(send(client, "mei-7kq"))
    assert "_auth_user_id" not in client.session


def test_signing_out_is_a_post(cast):
    mei = browser(cast.mei)
    assert mei.get("/accounts/logout/").status_code == 200
    assert "_auth_user_id" in mei.session
    mei.post("/accounts/logout/")
    assert "_auth_user_id" not in mei.session


def test_the_language_somebody_chose_is_kept(cast):
    remember_language(cast.mei, "km")
    cast.mei.refresh_from_db()
    assert cast.mei.language == "km"
