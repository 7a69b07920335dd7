"""Every field for a password: hidden, long, helped by password managers, and taken exactly as typed."""

import re
import time
from unittest import mock

import pytest
from django.test import Client

from people.models import User
from tests.factories.people import PASSWORD
from tests.reading import browser

YEAR = 365 * 24 * 60 * 60
LONG = "vier Wörter, 四个词 and more, " * 5
FIELD = re.compile(r'<input[^>]*name="(?:current|password|password1)"[^>]*>')


def pages(cast):
    """Return every page that asks for a password, as whoever meets it."""
    joining = browser()
    session = joining.session
    session.update({"join_cohort": str(cast.peers.pk), "join_code": "", "join_notice_read": True})
    session.save()
    cast.peers.__class__.objects.filter(pk=cast.workers.pk).update(is_open=True)
    session.update({"join_cohort": str(cast.workers.pk)})
    session.save()
    mei = browser(cast.mei)
    visited = {"/accounts/login/": browser(), "/recovery/": browser(), "/en/join/name/": joining}
    visited |= dict.fromkeys(("/accounts/password/", "/accounts/reauthenticate/", "/erase/"), mei)
    return {address: client.get(address).content.decode() for address, client in visited.items()}


def test_each_is_hidden_takes_64_signs_and_lets_managers_help(cast):
    for address, page in pages(cast).items():
        fields = FIELD.findall(page)
        assert fields, address
        for field in fields:
            assert 'type="password"' in field, address
            assert re.search(r'autocomplete="(current|new)-password"', field), address
            longest = re.search(r'maxlength="(\d+)"', field)
            assert longest is None or int(longest[1]) >= 64, address
            assert "onpaste" not in field, address


def sign_in(password):
    client = Client()
    client.post("/accounts/login/", {"login": "mei-7kq", "password": password})
    return client.get("/en/me/").status_code == 200


@pytest.mark.parametrize("password", [LONG, "  four words with room  "])
def test_it_is_compared_as_it_was_typed(cast, password):
    browser(cast.mei).post("/accounts/password/", {"current": PASSWORD, "password": password})
    assert User.objects.get(pk=cast.mei.pk).check_password(password)
    assert sign_in(password)
    assert not sign_in(password.strip()) and not sign_in(password.upper())


def test_it_never_runs_out(cast):
    with mock.patch("time.time", return_value=time.time() + 3 * YEAR):
        assert sign_in(PASSWORD)
