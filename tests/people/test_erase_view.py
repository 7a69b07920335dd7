"""The page on which somebody deletes the account."""

import pytest

from people.models import Session, User
from tests.factories.people import PASSWORD
from tests.reading import browser, words

YES = {"password": PASSWORD, "sure": "on"}


@pytest.fixture(autouse=True)
def erasures(settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erased")


def test_it_says_first_what_goes_and_what_stays(cast):
    said = words(browser(cast.mei).get("/erase/"))
    assert "It happens at once and cannot be undone." in said
    assert "What stays" in said
    assert "The record of what you did as staff" not in said
    assert "The record of what you did as staff" in words(browser(cast.lan).get("/erase/"))


def test_with_password_and_tick_it_is_done_at_once(cast):
    phone, library = browser(cast.mei), browser(cast.mei)
    done = phone.post("/erase/", YES)
    assert done.status_code == 200
    assert "Your account is deleted" in words(done)
    assert done.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not User.objects.filter(pk=cast.mei.pk).exists()
    assert not Session.objects.filter(user=cast.mei.pk).exists()
    assert library.get("/en/me/").status_code == 302


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"password": "wrong words here", "sure": "on"}, "This is not your password. Nothing was deleted"),
        ({"password": PASSWORD}, "Tick the box if you want to delete the account. Nothing was deleted."),
        ({"password": ""}, "Not sent yet."),
    ],
)
def test_anything_less_deletes_nothing_and_says_so(cast, typed, sentence):
    answer = browser(cast.mei).post("/erase/", typed)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert User.objects.filter(pk=cast.mei.pk).exists()


def test_guessing_the_password_is_slowed(cast):
    phone = browser(cast.mei)
    told = [phone.post("/erase/", {"password": f"wrong {n}", "sure": "on"}).status_code for n in range(6)]
    assert told == [422] * 5 + [429]
    assert User.objects.filter(pk=cast.mei.pk).exists()


def test_the_only_administrator_is_told_what_to_do(cast):
    User.objects.filter(pk=cast.lan.pk).update(is_superuser=True)
    answer = browser(cast.lan).post("/erase/", YES)
    assert answer.status_code == 409
    assert "You are the only administrator." in words(answer)


def test_a_visitor_is_asked_to_sign_in():
    assert browser().post("/erase/", YES).url.startswith("/accounts/login/")
