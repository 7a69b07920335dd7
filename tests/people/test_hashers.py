"""The password hash: Argon2id, as strong as the rule says, one check at a time; older hashes give way to it."""

import threading
import time

import pytest
from django.contrib.auth.hashers import (
    Argon2PasswordHasher,
    ScryptPasswordHasher,
    check_password,
    identify_hasher,
    make_password,
)

from config.settings import base
from people.hashers import Argon2InTurnHasher
from tests.factories.people import PASSWORD


@pytest.fixture
def shipped(settings):
    """The hashes of the site itself; tests hash quickly."""
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    return settings


def weak_argon():
    hasher = Argon2PasswordHasher()
    hasher.memory_cost, hasher.parallelism = 1024, 1
    return hasher


def test_the_site_hashes_with_it(shipped):
    assert isinstance(identify_hasher(make_password(PASSWORD)), Argon2InTurnHasher)


def test_it_costs_an_attacker_more_than_owasp_asks(shipped):
    _name, kind, _version, costs, *_rest = make_password(PASSWORD).split("$")
    asked = dict(one.split("=") for one in costs.split(","))
    assert kind == "argon2id"
    assert int(asked["t"]) >= 2
    assert int(asked["m"]) >= 19 * 1024


def test_what_it_makes_is_plain_argon2_and_reads_so(shipped):
    ours = Argon2InTurnHasher().encode(PASSWORD, "some-salt-of-ours")
    assert Argon2PasswordHasher().verify(PASSWORD, ours)
    assert check_password(PASSWORD, ours)
    assert not check_password("not this one at all", ours)


@pytest.mark.parametrize("older", [weak_argon(), ScryptPasswordHasher()], ids=["cheaper", "scrypt"])
def test_an_older_hash_opens_and_is_replaced_at_sign_in(cast, client, shipped, older):
    cast.mei.password = old = older.encode(PASSWORD, "some-salt-of-before")
    cast.mei.save(update_fields=["password"])
    assert client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD}).url == "/me/"
    cast.mei.refresh_from_db()
    assert cast.mei.password != old
    assert isinstance(identify_hasher(cast.mei.password), Argon2InTurnHasher)
    assert check_password(PASSWORD, cast.mei.password)


def test_an_older_hash_opens_to_no_other_password(cast, client, shipped):
    cast.mei.password = old = ScryptPasswordHasher().encode(PASSWORD, "some-salt-of-before")
    cast.mei.save(update_fields=["password"])
    assert client.post("/accounts/login/", {"login": "mei-7kq", "password": "not this one"}).status_code == 200
    cast.mei.refresh_from_db()
    assert cast.mei.password == old


def test_checks_of_one_process_wait_for_each_other(shipped):
    """Of two at once the first is done when the second is half way: they take turns, they do not share."""
    hashed, ends = make_password(PASSWORD), []

    def check():
        check_password(PASSWORD, hashed)
        ends.append(time.perf_counter())

    began = time.perf_counter()
    threads = [threading.Thread(target=check) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, second = (end - began for end in sorted(ends))
    assert second > 1.4 * first
