"""In a process of the web server a few work at once; whoever waits to have a password checked holds nobody up."""

import threading
import time

import pytest
from django.db import connection, connections

from people import turns
from people.turns import LET_IN, MOST_WAITING, PLACES, TOO_MANY, InTurn, password_check
from tests.factories.people import PASSWORD
from tests.reading import words

PATIENCE = 10
DOOR = {"REQUEST_METHOD": "POST", "PATH_INFO": "/accounts/login/"}


def running(deed) -> threading.Thread:
    thread = threading.Thread(target=deed, daemon=True)
    thread.start()
    return thread


def test_no_more_than_the_places_are_at_work():
    inside, most, go_on = [], [], threading.Event()

    def work(environ, start_response):
        inside.append(1)
        most.append(len(inside))
        go_on.wait(PATIENCE)
        inside.pop()
        return []

    site = InTurn(work)
    threads = [running(lambda: site({}, None)) for _ in range(PLACES + 3)]
    while len(inside) < PLACES:
        time.sleep(0.01)
    go_on.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert max(most) == PLACES
    assert len(most) == PLACES + 3


def test_whoever_waits_for_a_password_check_leaves_the_place_to_others():
    first_is_at_it, go_on, answered = threading.Event(), threading.Event(), []

    def sign_in(environ, start_response):
        with password_check():
            first_is_at_it.set()
            go_on.wait(PATIENCE)
        return []

    signing_in = [running(lambda: InTurn(sign_in)({}, None)) for _ in range(PLACES * 2)]
    assert first_is_at_it.wait(PATIENCE)
    # Everybody else is answered meanwhile.
    others = [running(lambda: InTurn(lambda environ, start: answered.append(1) or [])({}, None)) for _ in range(20)]
    for thread in others:
        thread.join(PATIENCE)
    assert len(answered) == 20
    assert all(one.is_alive() for one in signing_in)
    go_on.set()
    for thread in signing_in:
        thread.join(PATIENCE)
    assert not any(one.is_alive() for one in signing_in)


def test_where_too_many_wait_at_the_door_the_next_is_told_so():
    first_is_at_it, go_on = threading.Event(), threading.Event()
    told, at_work = [], []

    def check(environ, start_response):
        at_work.append(1)
        if TOO_MANY in environ:
            told.append(1)
            return []
        with password_check():
            first_is_at_it.set()
            go_on.wait(PATIENCE)
        return []

    threads = [running(lambda: InTurn(check)(dict(DOOR), None)) for _ in range(MOST_WAITING)]
    assert first_is_at_it.wait(PATIENCE)
    while turns._waiting._value:
        time.sleep(0.01)
    # A few are let in at a time.
    assert len(at_work) <= LET_IN
    for _ in range(3):
        InTurn(check)(dict(DOOR), None)
    assert len(told) == 3
    go_on.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert (len(at_work), len(told)) == (MOST_WAITING + 3, 3)


def test_being_told_is_no_wrong_try(cast, client):
    for _ in range(8):
        told = client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD}, **{TOO_MANY: True})
        assert told.status_code == 503
        assert told["Retry-After"] == "10"
        assert "You were not signed in yet." in words(told)
    assert client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD}).url == "/me/"


def test_a_place_comes_back_after_an_error():
    def fail(environ, start_response):
        raise KeyError

    for _ in range(PLACES + 1):
        with pytest.raises(KeyError):
            InTurn(fail)({}, None)


def test_within_a_transaction_the_place_is_kept():
    """Those at work may wait for just this transaction: without a place it could never end."""
    free = []

    def change(environ, start_response):
        with password_check():
            free.append(len(turns._places.free))
        connection.in_atomic_block = True
        with password_check():
            free.append(len(turns._places.free))
        connection.in_atomic_block = False
        return []

    thread = running(lambda: InTurn(change)({}, None))
    thread.join(PATIENCE)
    assert free == [PLACES, PLACES - 1]


def test_connections_belong_to_places_however_many_threads_there_are():
    seen, own = set(), []

    def look(environ, start_response):
        seen.add(id(connection._connections[connection._alias]))
        time.sleep(0.005)
        return []

    def ask():
        InTurn(look)({}, None)
        own.extend(connections.all(initialized_only=True))

    threads = [running(ask) for _ in range(PLACES * 5)]
    for thread in threads:
        thread.join(PATIENCE)
    assert len(seen) <= PLACES
    assert own == []
