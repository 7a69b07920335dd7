"""The password hash: as strong as the rule says, and older hashes are replaced when their owner signs in."""

import base64
import hashlib

import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher, check_password, identify_hasher, make_password

from config.settings import base
from people.hashers import StrongScryptHasher
from tests.factories.people import PASSWORD


@pytest.fixture
def shipped(settings):
    """The hashes of the site itself; tests hash quickly."""
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    return settings


def test_the_site_hashes_with_it(shipped):
    assert isinstance(identify_hasher(make_password(PASSWORD)), StrongScryptHasher)


def test_it_meets_the_minimum_of_owasp(shipped):
    _name, work, _salt, block, parallel, found = make_password(PASSWORD).split("$")
    assert (int(work), int(block), int(parallel)) == (2**15, 8, 3)
    assert len(found) > 80


def test_what_it_makes_is_plain_scrypt(shipped):
    made = StrongScryptHasher().decode(StrongScryptHasher().encode(PASSWORD, "some-salt-of-ours"))
    plain = hashlib.scrypt(PASSWORD.encode(), salt=b"some-salt-of-ours", n=2**15, r=8, p=3, maxmem=2**26, dklen=64)
    assert ScryptPasswordHasher().decode(StrongScryptHasher().encode(PASSWORD, "some-salt-of-ours")) == made
    assert made["hash"].encode() == base64.b64encode(plain)


def test_a_hash_of_djangos_own_strength_opens_and_is_replaced_at_sign_in(cast, client, shipped):
    cast.mei.password = old = ScryptPasswordHasher().encode(PASSWORD, "some-salt-of-django")
    cast.mei.save(update_fields=["password"])
    assert client.post("/accounts/login/", {"login": "mei-7kq", "password": PASSWORD}).url == "/me/"
    cast.mei.refresh_from_db()
    assert cast.mei.password != old
    assert not StrongScryptHasher().must_update(cast.mei.password)
    assert check_password(PASSWORD, cast.mei.password)


def test_a_wrong_password_replaces_nothing(cast, client, shipped):
    cast.mei.password = old = ScryptPasswordHasher().encode(PASSWORD, "some-salt-of-django")
    cast.mei.save(update_fields=["password"])
    client.post("/accounts/login/", {"login": "mei-7kq", "password": "not this one at all"})
    cast.mei.refresh_from_db()
    assert cast.mei.password == old
