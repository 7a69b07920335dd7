"""Every law-enforcement role follows every link it is given: no page says who the peers are, which cohort, which code."""

import re
from collections import deque
from collections.abc import Callable
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.log_actions import log

from courses.actions import create_join_code, plain_join_code
from people.audit import record
from people.choices import Deed
from people.models import Audience
from tests.factories.courses import CohortStaffFactory, EnrolmentFactory
from tests.factories.people import UserFactory
from tests.factories.reports import crowd
from tests.roles import POLICE, TRAINER, World

pytestmark = pytest.mark.django_db

STARTS = ("/en/me/", "/cms/", "/cms/cohort/", "/cms/reports/gains/", "/cms/reports/site-history/")
# Written so that no page holds them by chance.
PEERS = ("peerzq-violet-7kq", "peerzq-amber-x2m", "peerzq-coral-p8d")
LINK = re.compile(r"""(?:href|action|data-[\w-]*url[\w-]*)=["']([^"'#][^"']*)["']""")
LEAVES = ("/leave/", "/accounts/", "/language/", "/static/", "/cms/logout/", "/media/", "/cms/failwhale/")
VARIANTS = 3  # of one address with different queries
SAMPLE, MOST = 40, 900


@pytest.fixture(scope="module")
def secrets(world: World) -> set[str]:
    """Peers with marks of their own, everywhere the site keeps something of them; return all marks."""
    backbone, trainer = Audience.objects.get(code="backbone"), world.users[TRAINER]
    world.peers.name = "Cohortzq Lotus"
    world.peers.save()
    for handle in PEERS:
        EnrolmentFactory(learner=UserFactory(handle=handle, audience=backbone), cohort=world.peers)
    colleague = UserFactory(handle="peerzq-helper-q4w", audience=backbone)
    CohortStaffFactory(cohort=world.peers, user=colleague, role="PEER_TRAINER")
    code = create_join_code(world.peers, seats=5, expires_on=timezone.localdate())
    for deed in (Deed.READ_COHORT, Deed.MADE_CODES, Deed.PRINTED_CARDS):
        record(trainer, deed, world.peers)
    log(instance=world.peers, action="wagtail.edit", user=trainer)
    log(instance=world.lesson, action="wagtail.edit", user=trainer)
    crowd(world.programme, "backbone", {"INTAKE": [1] * 30}, cohort=world.peers)
    return world.handles() | {"Cohortzq", plain_join_code(code), str(world.certificate.pk)}


def links_of(body: str, address: str) -> list[str]:
    """Return the addresses of this site that a page names, except those that lead out of the account."""
    found = (urldefrag(urljoin(f"http://testserver{address}", unescape(link)))[0] for link in LINK.findall(body))
    here = [urlsplit(link)._replace(scheme="", netloc="").geturl() for link in found if "//testserver/" in link]
    return [link for link in here if not link.startswith(LEAVES)]


def crawl(client: Client, most: int, look: Callable[[str, int, str], None]) -> int:
    """Follow links, breadth first, and show each page to `look`; return how many were seen."""
    waiting, known, variants = deque(STARTS), set(STARTS), {}
    seen = 0
    while waiting and seen < most:
        address = waiting.popleft()
        answer = client.get(address)
        seen += 1
        body = answer.getvalue().decode(errors="replace") + str(answer.headers)
        look(address, answer.status_code, body)
        onward = [answer.headers["Location"]] if "Location" in answer.headers else []
        for link in links_of(body, address) + links_of(f'href="{onward[0]}"' if onward else "", address):
            path = urlsplit(link).path
            if link not in known and variants.get(path, 0) < VARIANTS:
                variants[path] = variants.get(path, 0) + 1
                known.add(link)
                waiting.append(link)
    return seen


def walk_as(role: str, world: World, secrets: set[str], most: int) -> int:
    """Crawl as a role and fail on any mark of a peer, or on a fault of ours."""
    faults = []

    def look(address: str, status: int, body: str) -> None:
        faults.extend(f"{address} says {mark}" for mark in sorted(secrets) if mark in body)
        if status >= 500:
            faults.append(f"{address} answers {status}")

    client = world.client(role)
    client.raise_request_exception = False
    seen = crawl(client, most, look)
    assert not faults, f"{role}, {seen} pages\n" + "\n".join(faults)
    return seen


@pytest.mark.parametrize("role", sorted(POLICE))
def test_no_page_the_police_come_to_names_a_peer(world, secrets, role):
    """The first pages of each; all of them: `make long-crawl`."""
    assert walk_as(role, world, secrets, SAMPLE) > len(STARTS)


@pytest.mark.long
@pytest.mark.parametrize("role", sorted(POLICE))
def test_no_page_at_all_names_a_peer_to_the_police(world, secrets, role, record_property):
    record_property(f"pages seen by a {role}", walk_as(role, world, secrets, MOST))


def test_the_crawl_would_find_them(world, secrets):
    """The trainer of the peers does see their names: the same walk fails for her."""
    with pytest.raises(AssertionError, match="peerzq-violet-7kq"):
        walk_as(TRAINER, world, secrets, SAMPLE)
