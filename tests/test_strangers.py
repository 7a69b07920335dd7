"""Somebody else's object and a missing one are the same page: status, headers and body tell nothing apart."""

import re
import uuid

import pytest
from django.db import transaction

from tests.matrix import PARAMETER, address_of, expected, owners
from tests.methods import METHODS
from tests.roles import EVERYBODY, PASSWORD_ONLY, VISITOR
from tests.test_house_routes import DECLARED

pytestmark = pytest.mark.django_db

# Routes whose id is of something that somebody has; the ids of the world are those of peers.
# Programmes, audiences, organisations and what there is to ask are no secret from staff, and nobody's own.
BANK = ("question/", "questionbank/", "topic/", "instrument/", "testform/", "steptest/", "awarenessrule/")
KNOWN = ("cms/programme/", "cms/audience/", "cms/organisation/", *(f"cms/{kind}" for kind in BANK))
WITH_ID = sorted(
    route
    for route in DECLARED
    if PARAMETER.search(route) and owners(route) and "open" not in route and not route.startswith(KNOWN)
)
PASSING = re.compile(
    rb"""name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|"csrfToken": "[^"]*"|data-\w*csrf\w*="[^"]*\""""
)
TOLD = ("Content-Type", "Location", "Cache-Control", "Vary", "Content-Disposition", "Allow")


def looks(client, method: str, address: str) -> tuple:
    """Return all that a client can tell of an answer, without what differs from one answer to the next."""
    with transaction.atomic():
        answer = client.generic(method, address)
        transaction.set_rollback(True)
    body = PASSING.sub(b"", answer.getvalue()).replace(address.encode(), b"HERE")
    headers = [answer.headers.get(name, "").replace(address, "HERE") for name in TOLD]
    return answer.status_code, headers, body, sorted(answer.cookies)


def missing(route: str) -> str:
    """Return the same address with ids of nothing."""
    route = re.sub(r"<uuid:\w+>", str(uuid.uuid4()), route)
    return "/" + re.sub(r"<int:\w+>", "987654", route)


def test_there_are_routes_to_look_at():
    assert len(WITH_ID) >= 8


@pytest.mark.parametrize("route", WITH_ID)
def test_a_foreign_object_looks_like_none(world, route):
    foreign, nothing, told_apart = address_of(route, world), missing(route), []
    assert PARAMETER.search(route)
    for role in sorted(EVERYBODY - (owners(route) or frozenset()) - {VISITOR, PASSWORD_ONLY}):
        for method in METHODS[:3]:
            client = world.client(role)
            if looks(client, method, foreign) != looks(client, method, nothing):
                told_apart.append(f"{role}, {method}, declared {sorted(expected(route, role, method))}")
    assert not told_apart, f"{foreign}\n" + "\n".join(told_apart)


def test_the_owner_does_see_a_difference(world):
    """The comparison can fail: for whoever owns it, an object is not nothing."""
    route = "en/certificates/<uuid:certificate_id>/"
    owner = world.client("peer")
    assert looks(owner, "GET", address_of(route, world)) != looks(owner, "GET", missing(route))
