"""Limits on tries, with the real numbers: guessing is slow, a class comes in, nobody is locked out from afar."""

import re
import time
from unittest import mock

import pytest
from django.core.cache import cache
from django.test import Client

from people.actions import issue_recovery_codes
from tests.factories.people import PASSWORD, UserFactory
from tests.reading import browser, words

ROOM, ELSEWHERE = "203.0.113.7", "198.51.100.9"
WRONG = "not this one at all"


def send(handle, password=WRONG, address=ROOM, client=None):
    return (client or Client()).post("/accounts/login/", {"login": handle, "password": password}, REMOTE_ADDR=address)


def is_let_in(handle, address=ROOM):
    return send(handle, PASSWORD, address).status_code == 302


def test_guessing_at_one_account_is_slowed_while_the_whole_class_signs_in(cast):
    classmates = [UserFactory(handle=f"mate-{number}").handle for number in range(35)]
    let_in = []
    for handle in classmates:
        for _ in range(4):
            send("mei-7kq")
        let_in.append(is_let_in(handle))
    assert sum(let_in) == 35
    # 140 tries were sent, five were looked at: even the right password is not.
    assert not is_let_in("mei-7kq")
    with mock.patch("time.time", return_value=time.time() + 301):
        assert is_let_in("mei-7kq")


def test_more_tries_than_the_room_has_do_not_close_the_room(cast):
    for number in range(150):
        send("mei-7kq", f"{WRONG} {number}")
    assert is_let_in("bo-x2m")


def test_nobody_elsewhere_locks_a_person_out_with_five_wrong_tries(cast):
    for _ in range(20):
        send("mei-7kq", address=ELSEWHERE)
    assert not is_let_in("mei-7kq", ELSEWHERE)
    assert is_let_in("mei-7kq", ROOM)


def test_guessing_from_many_networks_at_once_meets_a_ceiling(cast):
    for number in range(100):
        send("mei-7kq", address=f"198.51.{number}.1")
    assert not is_let_in("mei-7kq", "192.0.2.1")
    assert is_let_in("bo-x2m", "192.0.2.1")
    with mock.patch("time.time", return_value=time.time() + 3601):
        assert is_let_in("mei-7kq", "192.0.2.1")


def test_signing_in_well_is_never_too_often(cast):
    assert all(is_let_in("mei-7kq") for _ in range(12))


def test_a_right_password_between_the_wrong_ones_wins_no_further_tries(cast):
    for _ in range(4):
        send("mei-7kq")
    assert is_let_in("mei-7kq")
    send("mei-7kq")
    assert not is_let_in("mei-7kq")


@pytest.mark.parametrize("spelling", ["MEI-7KQ", " mei-7kq ", "ｍｅｉ-7kq", "mei 7kq"])
def test_another_spelling_is_no_other_account(cast, spelling):
    for _ in range(5):
        send(spelling)
    assert not is_let_in("mei-7kq")


def bare(answer, typed):
    """Return the body without what differs for everybody: the token, and what was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())
    return text.replace(f'value="{typed}"', "")


def test_sign_in_answers_right_and_wrong_names_with_the_same_bytes(cast):
    UserFactory(handle="shut-7kq", is_active=False)
    # The sixth answer is the one of somebody who has to wait.
    for _ in range(6):
        bodies = {bare(send(one, client=Client()), one) for one in ("mei-7kq", "nobody-abc", "lan", "shut-7kq")}
        assert len(bodies) == 1


def test_recovery_answers_right_and_wrong_names_with_the_same_bytes(cast):
    issue_recovery_codes(cast.mei)
    for _ in range(6):
        bodies = set()
        for handle in ("mei-7kq", "nobody-abc", "lan"):
            sent = {"handle": handle, "code": "0000-0000-0000-0000", "password": PASSWORD}
            bodies.add(bare(Client().post("/recovery/", sent), handle))
        assert len(bodies) == 1


def test_joining_answers_names_that_exist_and_names_that_do_not_alike(cast):
    bodies = []
    for own in ("mei-7kq", "nobody-abc", "lan"):
        client = browser()
        session = client.session
        session.update({"join_cohort": str(cast.peers.pk), "join_code": "", "join_notice_read": True})
        session["join_offered"] = ["one-a", "one-b", "one-c"]
        session.save()
        refused = client.post("/en/join/name/", {"handle": "own", "own": own, "password": "short"})
        bodies.append((refused.status_code, bare(refused, own)))
        made = client.post("/en/join/name/", {"handle": "own", "own": own, "password": PASSWORD})
        bodies.append((made.status_code, made.url))
    assert len(set(bodies)) == 2


def test_what_counts_tries_holds_no_address_and_no_handle(cast):
    for address in (ROOM, ELSEWHERE):
        send("mei-7kq", address=address)
        Client().post("/recovery/", {"handle": "mei-7kq", "code": "0", "password": PASSWORD}, REMOTE_ADDR=address)
    kept = repr(list(cache._cache)) + repr([cache._cache[key] for key in cache._cache])
    assert cache._cache
    assert not any(told in kept for told in ("mei", "7kq", ROOM, ELSEWHERE))


def test_the_page_of_too_many_tries_is_ours(cast):
    for _ in range(240):
        answer = Client().post("/accounts/login/", {}, REMOTE_ADDR=ROOM)
    assert answer.status_code == 200
    answer = Client().post("/accounts/login/", {}, REMOTE_ADDR=ROOM)
    assert answer.status_code == 429
    assert "Wait a minute, then try again." in words(answer)
