"""Sessions: a new key at each sign-in, dead when they should be, and telling neither name nor time."""

import datetime
import time

import pytest
from django.test import Client
from django.utils import timezone

from people.actions import issue_recovery_codes
from people.models import Session
from tests.factories.people import PASSWORD
from tests.reading import browser

NEW = "another four words kept"


def sign_in(handle="mei-7kq", client=None):
    client = client or Client()
    client.post("/accounts/login/", {"login": handle, "password": PASSWORD})
    return client


def key_of(client):
    return client.cookies["__Host-session"].value


def with_key(key):
    """Return a browser that holds nothing but a session's key, as a thief would."""
    thief = Client()
    thief.cookies["__Host-session"] = key
    return thief


def is_in(client):
    return client.get("/en/me/").status_code == 200


def test_signing_in_changes_the_key_and_the_old_one_opens_nothing(cast):
    visitor = Client()
    visitor.get("/en/join/")
    visitor.post("/accounts/login/", {"login": "mei-7kq", "password": "not this one at all"})
    session = visitor.session
    session["left"] = "by somebody who knows the key"
    session.save()
    before = session.session_key
    visitor.cookies["__Host-session"] = before
    sign_in(client=visitor)
    assert key_of(visitor) != before
    assert is_in(visitor) and not is_in(with_key(before))
    assert not Session.objects.filter(session_key=before).exists()


@pytest.mark.parametrize(("method", "address"), [("post", "/accounts/logout/"), ("get", "/leave/")])
def test_after_signing_out_the_old_cookie_is_dead(cast, method, address):
    mei = sign_in()
    key = key_of(mei)
    assert is_in(with_key(key))
    getattr(mei, method)(address)
    assert not is_in(with_key(key))
    assert not Session.objects.filter(session_key=key).exists()


def test_a_changed_password_ends_every_other_stay_and_gives_this_one_a_new_key(cast):
    here, there, theirs = sign_in(), sign_in(), sign_in("bo-x2m")
    before = key_of(here)
    here.post("/accounts/password/", {"current": PASSWORD, "password": NEW})
    assert is_in(here) and is_in(theirs)
    assert not is_in(there) and not is_in(with_key(before))
    assert [one.session_key for one in Session.objects.filter(user=cast.mei)] == [key_of(here)]


def test_a_recovered_account_is_signed_in_in_one_place(cast):
    thief = sign_in()
    code = issue_recovery_codes(cast.mei)[0]
    here = Client()
    here.post("/recovery/", {"handle": "mei-7kq", "code": code, "password": NEW})
    assert is_in(here) and not is_in(thief)


def test_a_closed_account_is_out_at_once_and_an_erased_one_leaves_no_session(cast):
    mei, ying = sign_in(), sign_in("ying-p8d")
    cast.mei.is_active = False
    cast.mei.save(update_fields=["is_active"])
    assert not is_in(mei) and is_in(ying)
    key = key_of(ying)
    cast.ying.delete()
    assert not Session.objects.filter(session_key=key).exists()
    assert not is_in(ying)


def test_the_end_of_a_session_is_a_midnight(cast):
    sign_in()
    end = Session.objects.get(user=cast.mei).expire_date.astimezone(datetime.UTC)
    assert (end.hour, end.minute, end.second, end.microsecond) == (0, 0, 0, 0)
    left = end - timezone.now()
    assert datetime.timedelta(days=200) <= left <= datetime.timedelta(days=201)


def numbers_in(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for one in value for number in numbers_in(one)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []


def test_a_learners_session_tells_no_handle_and_no_time(cast):
    before = time.time()
    mei = sign_in()
    mei.get("/en/me/")
    mei.post("/accounts/reauthenticate/", {"password": PASSWORD})
    row = Session.objects.get(user=cast.mei)
    told = row.get_decoded()
    assert "mei-7kq" not in str(told)
    assert told["account_authentication_methods"]
    assert [number for number in numbers_in(told) if before - 60 < number < time.time() + 60] == []
    assert row.user_id == cast.mei.pk


def test_the_session_of_staff_tells_the_time_and_no_handle(cast):
    lan = sign_in("lan")
    told = Session.objects.get(user=cast.lan).get_decoded()
    assert abs(told["staff_since"] - time.time()) < 60
    assert "username" not in str(told)
    assert lan.get("/accounts/2fa/").status_code == 200


def test_one_person_may_be_signed_in_in_several_places(cast):
    phone, desk = sign_in(), sign_in()
    assert is_in(phone) and is_in(desk)
    assert Session.objects.filter(user=cast.mei).count() == 2
    phone.post("/accounts/logout/")
    assert is_in(desk) and not is_in(phone)


def test_a_made_up_key_opens_nothing(db):
    assert not is_in(with_key("x" * 32))
    assert not is_in(browser())


def test_a_session_past_its_end_is_nobodys(cast):
    mei = sign_in()
    Session.objects.filter(session_key=key_of(mei)).update(expire_date=timezone.now() - datetime.timedelta(seconds=1))
    assert not is_in(mei)
