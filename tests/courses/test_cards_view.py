"""The PDF of join cards: for whoever looks after the cohort, of the codes that still let somebody in."""

import datetime
import io

import pytest
from pypdf import PdfReader

from courses.actions import create_join_code, plain_join_code, withdraw_join_code
from people.choices import Deed
from people.codes import grouped
from people.models import StaffAction
from tests.clock import on
from tests.factories.courses import ARRIVED
from tests.reading import browser, links

LAST_DAY = ARRIVED + datetime.timedelta(days=30)


@pytest.fixture(autouse=True)
def today():
    with on(ARRIVED):
        yield


@pytest.fixture
def address(cast, fonts_dir):
    return f"/en/cohorts/{cast.peers.pk}/cards.pdf"


def text_of(answer):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def test_lan_prints_the_usable_codes_of_her_cohort_and_no_others(cast, address):
    usable, withdrawn = (create_join_code(cast.peers, seats=2, expires_on=LAST_DAY) for _ in range(2))
    withdraw_join_code(withdrawn, by=cast.lan)
    expired = create_join_code(cast.peers, seats=1, expires_on=ARRIVED - datetime.timedelta(days=1))
    foreign = create_join_code(cast.police, seats=1, expires_on=LAST_DAY)
    answer = browser(cast.lan).get(address)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="cards.pdf"'
    assert "no-store" in answer.headers["Cache-Control"]
    said = text_of(answer)
    assert grouped(plain_join_code(usable)) in said
    for other in (withdrawn, expired, foreign):
        assert grouped(plain_join_code(other)) not in said


def test_the_cards_speak_the_language_of_the_cohort(cast, address):
    create_join_code(cast.peers, seats=1, expires_on=LAST_DAY)
    cast.peers.language = "zh-hans"
    cast.peers.save()
    assert "三二一" in text_of(browser(cast.lan).get(address)).replace(" ", "")


def test_the_same_codes_give_the_same_file(cast, address):
    for _ in range(3):
        create_join_code(cast.peers, seats=1, expires_on=LAST_DAY)
    lan = browser(cast.lan)
    assert lan.get(address).content == lan.get(address).content


def test_without_a_usable_code_it_leads_to_the_page_that_says_so(cast, address):
    assert browser(cast.lan).get(address).url == f"/en/cohorts/{cast.peers.pk}/codes/"
    assert not StaffAction.objects.exists()


def test_printing_is_recorded_with_the_cohort(cast, address):
    create_join_code(cast.peers, seats=1, expires_on=LAST_DAY)
    browser(cast.lan).get(address)
    assert list(StaffAction.objects.values_list("by", "deed", "about")) == [(cast.lan.pk, Deed.PRINTED_CARDS, "Lotus")]


def test_showing_the_codes_on_the_screen_is_recorded_too(cast, address):
    create_join_code(cast.peers, seats=1, expires_on=LAST_DAY)
    browser(cast.lan).get(f"/en/cohorts/{cast.peers.pk}/codes/")
    assert StaffAction.objects.get().deed == Deed.PRINTED_CARDS


def test_the_cohorts_page_leads_there(cast, address):
    assert address in links(browser(cast.lan).get(f"/en/cohorts/{cast.peers.pk}/"))


@pytest.mark.parametrize("name", ["mei", "bo", "ying", "hua", "author", "lead", "auditor"])
def test_nobody_else_finds_it(cast, address, name):
    create_join_code(cast.peers, seats=1, expires_on=LAST_DAY)
    assert browser(getattr(cast, name)).get(address).status_code == 404
    assert not StaffAction.objects.exists()
