"""What each page of the road costs: no more with thirty people, thirty codes and thirty certificates than with one."""

import datetime

import pytest
from django.core.cache import cache

from assessments.models import StepTest
from courses.actions import create_join_code, plain_join_code
from tests.factories.assessments import sitting
from tests.factories.certificates import award, certificate, complete
from tests.factories.courses import EnrolmentFactory, StepFactory, programme_page
from tests.factories.road import road
from tests.reading import browser, queries

# A page may cost fewer; whoever needs more looks first for a loop.
MOST = 20


@pytest.fixture
def steps(cast):
    programme_page(cast.programme)
    return road(cast.programme)


@pytest.fixture
def crowd(cast, steps):
    """Bring thirty more people onto the road, and thirty more of everything Mei has."""

    def come():
        last_day = datetime.date.today() + datetime.timedelta(days=30)
        test = StepTest.objects.get(step=steps["intake"])
        for enrolment in EnrolmentFactory.create_batch(30, cohort=cast.peers):
            complete(enrolment, steps["read"])
            sitting(test, enrolment)
        for number in range(30):
            create_join_code(cast.peers, seats=1, expires_on=last_day)
            certificate(award([StepFactory(programme=cast.programme)], slug=f"award-{number}"), cast.mei)

    return come


def newcomer(cast):
    """Return the browser of somebody between the card and the account."""
    client = browser()
    code = create_join_code(cast.peers, seats=40, expires_on=datetime.date.today() + datetime.timedelta(days=30))
    client.post("/en/join/", {"code": plain_join_code(code)})
    client.post("/en/join/notice/", {"read": "on"})
    return client


def costs_the_same(client, address, crowd):
    cache.clear()
    before = queries(client, address)
    assert before <= MOST
    crowd()
    assert queries(client, address) == before


@pytest.mark.parametrize("address", ["/en/anshan/", "/en/join/", "/en/join/notice/", "/en/join/name/", "/c/"])
def test_pages_before_the_account(cast, steps, crowd, address):
    costs_the_same(newcomer(cast), address, crowd)


def test_before_a_test(cast, steps, crowd):
    costs_the_same(browser(cast.mei), f"/en/tests/{StepTest.objects.get(step=steps['intake']).pk}/", crowd)


@pytest.mark.parametrize("page", ["finish", "result"])
def test_the_end_of_a_test_and_its_result(cast, steps, crowd, page):
    made = sitting(
        StepTest.objects.get(step=steps["intake"]),
        cast.enrolment_of(cast.mei),
        submitted_on=datetime.date.today() if page == "result" else None,
    )
    costs_the_same(browser(cast.mei), f"/en/sittings/{made.pk}/{page}/", crowd)


def test_a_certificate(cast, steps, crowd):
    held = certificate(award([steps["read"]], slug="one"), cast.mei)
    costs_the_same(browser(cast.mei), f"/en/certificates/{held.pk}/", crowd)


def test_the_list_of_join_cards(cast, steps, crowd):
    create_join_code(cast.peers, seats=1, expires_on=datetime.date.today() + datetime.timedelta(days=30))
    costs_the_same(browser(cast.lan), f"/en/cohorts/{cast.peers.pk}/codes/", crowd)
