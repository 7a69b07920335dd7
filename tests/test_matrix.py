"""Every address of ours x every role x every method: who is let in, and what meets the others."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.matrix import METHODS, address_of, expected, met
from tests.roles import EVERYBODY
from tests.test_house_routes import DECLARED


def ask(client: Client, method: str, address: str) -> str:
    """Return what somebody meets, and take back whatever the request did."""
    cache.clear()
    client.raise_request_exception = False
    jar = client.cookies.copy()
    with transaction.atomic():
        answer = client.generic(method, address)
        transaction.set_rollback(True)
    client.cookies = jar
    return met(answer, address)


@pytest.mark.parametrize("route", DECLARED, ids=lambda route: route or "front")
def test_every_role_meets_what_is_declared(world, route):
    address, wrong = address_of(route, world), []
    for role in sorted(EVERYBODY):
        client = world.client(role)
        for method in METHODS:
            wanted, found = expected(route, role, method), ask(client, method, address)
            if found not in wanted:
                wrong.append(f"{role}, {method}: {found}, declared {' or '.join(sorted(wanted))}")
    assert not wrong, f"{address}\n" + "\n".join(wrong)
