"""Who is let in, and what meets the others: every address of ours x role x method; packages by rule, a sample here."""

from random import Random

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests import packages
from tests.matrix import FAILED, STAFF_PREFIX, UndeclaredError, address_of, entering, expected
from tests.methods import METHODS
from tests.outcomes import met
from tests.roles import EVERYBODY, World
from tests.test_house_routes import DECLARED

pytestmark = pytest.mark.django_db
RARE = 6


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


def cells(route: str, *, whole: bool) -> list[tuple[str, str]]:
    """Return roles and methods to try at an address: all of them, or all by GET and POST and a fixed few by the rest."""
    roles = sorted(EVERYBODY)
    found = [(role, method) for role in roles for method in METHODS]
    if whole:
        return found
    rare = [cell for cell in found if cell[1] not in {"GET", "POST"}]
    return [cell for cell in found if cell not in rare] + Random(route).sample(rare, RARE)  # noqa: S311 -- the same few each time


def wrong_at(world: World, route: str, *, whole: bool) -> list[str]:
    """Return the cells of an address of ours that do not hold."""
    address, wrong, clients = address_of(route, world), [], {}
    for role, method in cells(route, whole=whole):
        if role not in clients:
            clients[role] = world.client(role)
        wanted, found = expected(route, role, method), ask(clients[role], method, address)
        if found not in wanted:
            wrong.append(f"{address}: {role}, {method}: {found}, declared {' or '.join(sorted(wanted))}")
    return wrong


@pytest.mark.parametrize("route", DECLARED, ids=lambda route: route or "front")
def test_every_role_meets_what_is_declared(world, route):
    """All methods of all roles: `make long-crawl`."""
    wrong = wrong_at(world, route, whole=False)
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
def test_every_cell_of_our_own_addresses_holds(world, record_property):
    wrong = [line for route in DECLARED for line in wrong_at(world, route, whole=True)]
    record_property("addresses of ours x roles x methods", len(DECLARED) * len(EVERYBODY) * len(METHODS))
    assert not wrong, "\n".join(wrong)


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


def test_every_sixteenth_address_of_packages_keeps_to_the_rule(world):
    """All of them: `make long-crawl`."""
    wrong = [line for route in packages.routes()[::16] for line in wrong_cells(world, route)]
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
