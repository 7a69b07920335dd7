"""Who is let in, and what meets the others: every address of ours x role x method; packages by rule, a sample here."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests import packages
from tests.matrix import FAILED, METHODS, STAFF_PREFIX, UndeclaredError, address_of, entering, expected, met
from tests.roles import EVERYBODY, World
from tests.test_house_routes import DECLARED

pytestmark = pytest.mark.django_db


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


def wrong_cells(world: World, route: str) -> list[str]:
    """Return what does not hold at an address of a package, by GET and POST."""
    address, wrong = packages.address_of(route, world), []
    for role in sorted(EVERYBODY):
        client = world.client(role)
        for method in ("GET", "POST"):
            wanted, found = packages.expected(route, role), ask(client, method, address)
            failing = found == FAILED and route in packages.FAILING
            if found not in wanted and not failing:
                wrong.append(f"{address}: {role}, {method}: {found}, declared {' or '.join(sorted(wanted))}")
    return wrong


def test_every_eighth_address_of_packages_keeps_to_the_rule(world):
    """All of them: `make long-crawl`."""
    wrong = [line for route in packages.routes()[::8] for line in wrong_cells(world, route)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
def test_every_address_of_packages_keeps_to_the_rule(world, record_property):
    routes = packages.routes()
    wrong = [line for route in routes for line in wrong_cells(world, route)]
    record_property("addresses of packages x roles x GET and POST", len(routes) * len(EVERYBODY) * 2)
    assert not wrong, "\n".join(wrong)


def test_no_rule_is_left_over():
    found = packages.routes()
    assert [one for one in packages.ENTERS if not any(route.startswith(one) for route in found)] == []
    assert packages.FAILING - set(found) == set()


def test_a_staff_address_nobody_declared_says_what_to_do():
    with pytest.raises(UndeclaredError, match="ENTERS in tests/matrix.py"):
        entering(f"{STAFF_PREFIX}ledger/")
