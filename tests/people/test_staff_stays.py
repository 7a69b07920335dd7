"""Stays of staff: twelve hours from the sign-in, sixty minutes without a visit. Learners stay."""

import time
from unittest import mock

import pytest
from django.test import Client

from tests.factories.people import PASSWORD
from tests.reading import browser, words

HOUR = 3600


def sign_in(handle):
    client = Client()
    client.post("/accounts/login/", {"login": handle, "password": PASSWORD})
    return client


def later(hours):
    return mock.patch("time.time", return_value=time.time() + hours * HOUR)


def visit_every(client, minutes, hours):
    """Come again and again for so many hours; return whether the last visit was let in."""
    start = time.time()
    for passed in range(0, int(hours * 60) + 1, minutes):
        with mock.patch("time.time", return_value=start + passed * 60):
            answer = client.get("/accounts/2fa/")
    return answer.status_code == 200


def test_after_an_idle_hour_staff_are_out_and_told_why_and_led_back(cast):
    lan = sign_in("lan")
    with later(1.02):
        out = lan.get("/accounts/2fa/")
        assert out.url == "/accounts/login/?next=/accounts/2fa/"
        assert "You did nothing for a while" in words(lan.get(out.url))
        back = lan.post(out.url, {"login": "lan", "password": PASSWORD, "next": "/accounts/2fa/"})
        assert back.url == "/accounts/2fa/"
        assert lan.get(back.url).status_code == 200


def test_whoever_comes_every_half_hour_stays_in(cast):
    assert visit_every(sign_in("lan"), minutes=30, hours=6)


def test_twelve_hours_end_it_however_busy_somebody_is(cast):
    assert visit_every(sign_in("lan"), minutes=20, hours=11.9)
    lan = sign_in("lan")
    assert not visit_every(lan, minutes=20, hours=12.5)
    assert "each working day" in words(lan.get("/accounts/login/"))


def test_the_old_cookie_of_an_ended_stay_is_dead_on_the_server(cast):
    lan = sign_in("lan")
    key = lan.cookies["__Host-session"].value
    with later(2):
        lan.get("/en/join/")
    thief = Client()
    thief.cookies["__Host-session"] = key
    assert thief.get("/accounts/2fa/").status_code == 302


def test_the_last_visit_is_written_at_most_every_five_minutes(cast):
    lan, start = sign_in("lan"), time.time()
    stamps = set()
    for minute in range(12):
        with mock.patch("time.time", return_value=start + minute * 60):
            lan.get("/accounts/2fa/")
        stamps.add(lan.session["staff_seen"])
    assert len(stamps) == 3


def test_hours_and_minutes_are_settings(cast, settings):
    settings.STAFF_IDLE_MINUTES = 10
    lan = sign_in("lan")
    with later(0.2):
        assert lan.get("/accounts/2fa/").status_code == 302


@pytest.mark.parametrize("hours", [2, 13, 24 * 30])
def test_a_learner_stays_and_nothing_is_written_of_the_visit(cast, hours):
    mei = sign_in("mei-7kq")
    with later(hours):
        assert mei.get("/accounts/2fa/").status_code == 200
    assert not {"staff_since", "staff_seen"} & set(mei.session.keys())


def test_leaving_quickly_works_when_the_stay_is_over(cast):
    lan = browser(cast.lan)
    lan.get("/accounts/2fa/")
    with later(3):
        assert lan.get("/leave/").status_code == 200
