"""The recovery page: in with a code, and one sentence for everything that does not fit."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from people.actions import issue_recovery_codes, make_card
from tests.factories.people import PASSWORD
from tests.reading import browser, words

NEW = "another four words kept"
WRONG = "This name and this code do not belong together"


@pytest.fixture
def code(cast):
    return issue_recovery_codes(cast.mei)[0]


def send(client, handle, code, password=NEW):
    return client.post("/recovery/", {"handle": handle, "code": code, "password": password})


def test_mei_comes_in_with_a_code(cast, code, client):
    assert send(client, "mei-7kq", code).url == "/me/"
    assert client.get("/me/").status_code == 302
    assert browser().login(handle="mei-7kq", password=NEW)


def test_whoever_was_signed_in_with_the_old_password_is_out(cast, code, client):
    thief = browser(cast.mei)
    send(client, "mei-7kq", code)
    assert "/accounts/login/" in thief.get("/en/me/").url


def test_wrong_handle_wrong_code_and_used_code_get_the_same_answer(cast, code, client):
    spent = issue_recovery_codes(cast.bo)[0]
    send(client, "bo-x2m", spent)
    client.logout()
    tries = [("nobody-abc", code), ("mei-7kq", "0000000000000000"), ("bo-x2m", spent), ("lan", code)]
    for handle, typed in tries:
        answer = send(client, handle, typed)
        assert answer.status_code == 422
        assert WRONG in words(answer)
        assert handle in answer.content.decode()
        assert NEW not in answer.content.decode()
    assert browser().login(handle="mei-7kq", password=PASSWORD)


def test_a_weak_password_is_refused_before_the_code_is_spent(cast, code, client):
    answer = send(client, "mei-7kq", code, "short")
    assert answer.status_code == 422
    assert "Use 10 signs or more" in words(answer)
    assert cast.mei.recovery_codes.count() == 8


@pytest.mark.parametrize("spelling", ["mei-7kq", "MEI 7KQ", "ｍｅｉ-7kq"])
def test_after_five_tries_a_name_waits_however_it_is_spelt(cast, code, client, spelling):
    for _ in range(5):
        send(client, "mei-7kq", "0000000000000000")
    answer = send(client, spelling, code)
    assert answer.status_code == 429
    assert "Wait five minutes" in words(answer)
    assert cast.mei.recovery_codes.count() == 8


def test_others_in_the_room_do_not_wait(cast, client):
    for _ in range(6):
        send(client, "mei-7kq", "0000000000000000")
    assert send(client, "bo-x2m", issue_recovery_codes(cast.bo)[0]).status_code == 302


def test_an_empty_form_says_so(db, client):
    assert client.get("/recovery/").status_code == 200
    assert client.post("/recovery/", {"handle": ""}).status_code == 422


@pytest.fixture
def card(cast):
    return make_card(cast.mei, by=cast.lan, on=timezone.localdate())[0]


def test_a_card_lets_mei_in_and_ends_every_other_session_of_hers(cast, card, client):
    elsewhere = [browser(cast.mei), browser(cast.mei)]
    assert send(client, "mei-7kq", card).url == "/me/"
    assert client.get("/en/me/").status_code == 200
    for other in elsewhere:
        assert "/accounts/login/" in other.get("/en/me/").url


def test_a_card_with_another_name_gets_the_sentence_of_a_wrong_code(cast, card, client):
    right_code = send(client, "nobody-abc", card)
    right_name = send(client, "mei-7kq", "0000000000000000")
    assert [answer.status_code for answer in (right_code, right_name)] == [422, 422]
    assert WRONG in words(right_code) and WRONG in words(right_name)


def test_a_code_behind_the_hash_is_moved_into_the_form_by_a_small_script(db, client):
    page = client.get("/recovery/").content.decode()
    assert '<script type="module" src="/static/people/code.js">' in page
    assert Path(finders.find("people/code.js")).stat().st_size < 1024


def test_a_code_is_never_taken_from_the_address(cast, card, client):
    page = client.get(f"/recovery/?code={card}")
    assert card not in page.content.decode()
