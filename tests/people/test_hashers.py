"""The password hash: Django's scrypt, as strong as the rule says, one at a time."""

import threading
import time

import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher, check_password, identify_hasher, make_password

from config.settings import base
from people.hashers import ScryptInTurnHasher
from tests.factories.people import PASSWORD


@pytest.fixture
def shipped(settings):
    """The hashes of the site itself; tests hash quickly."""
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    return settings


def test_the_site_hashes_with_it(shipped):
    assert isinstance(identify_hasher(make_password(PASSWORD)), ScryptInTurnHasher)


def test_it_is_as_strong_as_djangos_own(shipped):
    _name, work, _salt, block, parallel, found = make_password(PASSWORD).split("$")
    assert (int(work), int(block), int(parallel)) == (2**14, 8, 5)
    assert len(found) > 80


def test_what_it_makes_is_plain_scrypt_and_reads_so(shipped):
    ours = ScryptInTurnHasher().encode(PASSWORD, "some-salt-of-ours")
    assert ours == ScryptPasswordHasher().encode(PASSWORD, "some-salt-of-ours")
    assert check_password(PASSWORD, ours)
    assert not check_password("not this one at all", ours)


def test_a_weaker_hash_opens_and_is_replaced_at_sign_in(cast, client, shipped):
    weak = ScryptPasswordHasher()
    weak.work_factor = 2**10
    cast.mei.password = old = weak.encode(PASSWORD, "some-salt-of-before")
    cast.mei.save(update_fields=["password"])
    assert client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD}).url == "/me/"
    cast.mei.refresh_from_db()
    assert cast.mei.password != old
    assert check_password(PASSWORD, cast.mei.password)


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
