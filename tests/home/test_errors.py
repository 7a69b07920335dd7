"""Errors in whole sentences; what is not yours and what is not there look the same."""

import json
import re
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from home.views.errors import failed
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.certificates import award, certificate
from tests.factories.courses import StepFactory
from tests.reading import browser, form_with, words

NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def foreign(cast):
    """Addresses of things that are Mei's, each with a hole for the id."""
    test = StepTestFactory(step__programme=cast.programme)
    held = certificate(award([StepFactory(programme=cast.programme)]), cast.mei)
    made = sitting(test, cast.enrolment_of(cast.mei))
    return [
        ("/en/certificates/{}/", held.pk),
        ("/en/sittings/{}/1/", made.pk),
        ("/en/sittings/{}/finish/", made.pk),
        ("/en/sittings/{}/result/", made.pk),
        ("/en/cohorts/{}/", cast.peers.pk),
        ("/en/cohorts/{}/codes/", cast.peers.pk),
    ]


def test_what_is_somebody_elses_and_what_does_not_exist_get_the_same_answer(cast, foreign):
    bo = browser(cast.bo)
    for address, pk in foreign:
        theirs, nothing = (bo.get(address.format(one)) for one in (pk, NOBODY))
        assert theirs.status_code == nothing.status_code == 404
        assert "This page is not here" in words(theirs)
        plain = [re.sub(r'value="[^"]+"', "", one.content.decode()) for one in (theirs, nothing)]
        assert plain[0].replace(str(pk), "") == plain[1].replace(NOBODY, "")


@pytest.mark.parametrize("address", ["/en/nowhere/", "/nowhere/", "/en/sittings/x/1/", "/zh-hans/nowhere/"])
def test_an_address_that_leads_nowhere_is_a_404_in_a_sentence(db, client, address):
    answer = client.get(address, follow=True)
    assert answer.status_code == 404
    assert len(words(answer)) > 60


def test_a_page_that_was_too_old_says_that_nothing_was_saved(cast):
    strict = browser(cast.mei)
    strict.handler.enforce_csrf_checks = True
    answer = strict.post("/en/join/", {"code": "x"})
    assert answer.status_code == 403
    assert "Nothing was saved" in words(answer)


def test_every_form_carries_the_token_that_makes_it_young(db, client):
    for address in ("/en/join/", "/c/", "/recovery/", "/accounts/login/"):
        assert form_with(client.get(address), "csrfmiddlewaretoken")["data"]["csrfmiddlewaretoken"]


def test_a_fault_of_ours_is_told_without_the_database():
    answer = failed(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "What was saved before is safe." in words(answer)


def test_a_database_in_trouble_is_told_with_a_time_to_come_back():
    try:
        raise OperationalError("database or disk is full")
    except OperationalError:
        page = failed(RequestFactory().get("/"))
        told = failed(RequestFactory().get("/", headers={"accept": "application/json"}))
    assert (page.status_code, told.status_code) == (503, 503)
    assert "send it again" in words(page)
    assert json.loads(told.content)["state"] == "unavailable"
    assert page["Retry-After"] == told["Retry-After"]


def test_a_fault_leaves_a_line_in_the_log_that_nobody_can_write_into(db, client, caplog):
    client.raise_request_exception = False
    with mock.patch("home.views.media.safe_join", side_effect=RuntimeError("broken")):
        assert client.get("/media/%0dERROR%1b%5b2J%20forged").status_code == 500
    told = [one for one in caplog.records if one.name == "django.request"]
    assert len(told) == 1 and told[0].exc_info is not None
    assert "/media/" in told[0].getMessage()
    assert not {"\r", "\n", "\x1b"} & set(told[0].getMessage())
