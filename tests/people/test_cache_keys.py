"""Keys of the cache: a rate limit counts an address without writing it down."""

from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.test import override_settings

from people.cache_keys import hashed_key

ADDRESS = "203.0.113.77"


def test_what_the_site_counts_stands_under_digests_alone(cast, client):
    client.post("/accounts/login/", {"login": "mei-7kq", "password": "not this one"}, REMOTE_ADDR=ADDRESS)
    client.post("/en/join/", {"code": "0000-0000-0000"}, REMOTE_ADDR=ADDRESS)
    assert isinstance(cache._connections["default"], LocMemCache)
    keys = list(cache._connections["default"]._cache)
    assert keys
    assert all(len(key) == 64 and set(key) <= set("0123456789abcdef") for key in keys)


def test_a_key_is_the_same_each_time_and_depends_on_all_of_it():
    made = {
        hashed_key(f"ip:{ADDRESS}", "", 1),
        hashed_key("ip:203.0.113.78", "", 1),
        hashed_key(f"ip:{ADDRESS}", "other", 1),
        hashed_key(f"ip:{ADDRESS}", "", 2),
    }
    assert len(made) == 4
    assert hashed_key(f"ip:{ADDRESS}", "", 1) in made


def test_without_the_key_outside_the_database_nobody_can_guess_an_address():
    mine = hashed_key(f"ip:{ADDRESS}", "", 1)
    with override_settings(CACHE_KEY_SECRET="another"):
        assert hashed_key(f"ip:{ADDRESS}", "", 1) != mine
