"""The first step of joining: the code of a card."""

import datetime

import pytest

from courses.actions import create_join_code, plain_join_code
from courses.models import JoinCode
from tests.clock import on
from tests.factories.courses import ARRIVED
from tests.reading import browser, form_with, words

LAST_DAY = ARRIVED + datetime.timedelta(days=30)
REFUSED = "This code does not fit, was used up, or has expired."


@pytest.fixture(autouse=True)
def today():
    with on(ARRIVED):
        yield


@pytest.fixture
def code(cast):
    return create_join_code(cast.peers, seats=2, expires_on=LAST_DAY)


def test_the_page_asks_for_a_code(db, client):
    page = client.get("/en/join/")
    assert page.status_code == 200
    assert form_with(page, "code")["action"] == "/en/join/"


def test_a_right_code_leads_to_the_notice(code, client):
    assert client.post("/en/join/", {"code": plain_join_code(code).lower()}).url == "/en/join/notice/"


def test_a_right_code_takes_no_seat_yet(code, client):
    client.post("/en/join/", {"code": plain_join_code(code)})
    assert JoinCode.objects.get().used == 0


@pytest.mark.parametrize(
    "spoilt", [{"used": 2}, {"expires_on": ARRIVED - datetime.timedelta(days=1)}, {"is_revoked": True}, None]
)
def test_wrong_used_up_expired_and_withdrawn_codes_get_one_sentence(code, client, spoilt):
    typed = plain_join_code(code)
    if spoilt is None:
        typed = "7K2M-Q9XD-4HTV"
    else:
        JoinCode.objects.update(**spoilt)
    answer = client.post("/en/join/", {"code": typed})
    assert answer.status_code == 422
    assert REFUSED in words(answer)
    assert form_with(answer, "code")["data"]["code"] == typed
    assert client.get("/en/join/notice/").url == "/en/join/"


def test_an_empty_code_is_asked_for_again(db, client):
    assert client.post("/en/join/", {"code": " "}).status_code == 422


def test_guessing_from_one_network_has_to_wait(code):
    for number in range(120):
        browser().post("/en/join/", {"code": f"{number:012}"})
    answer = browser().post("/en/join/", {"code": plain_join_code(code)})
    assert answer.status_code == 429
    assert "Wait a minute" in words(answer)


def test_a_code_is_never_part_of_an_address(code, client):
    assert plain_join_code(code) not in client.post("/en/join/", {"code": plain_join_code(code)}).url
    linked = browser()
    assert linked.get(f"/en/join/?code={plain_join_code(code)}").status_code == 200
    assert linked.get("/en/join/notice/").url == "/en/join/"


def test_a_code_behind_the_hash_is_moved_into_the_form_by_the_script_of_recovery(db, client):
    assert '<script type="module" src="/static/people/code.js">' in client.get("/en/join/").content.decode()
