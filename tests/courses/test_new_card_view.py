"""A new card for a learner who lost every way in: made by staff of the cohort, shown once, nobody's name on it."""

import datetime
import io
import re

import pytest
from pypdf import PdfReader

from courses.permissions import renewable_by
from people.actions import make_card, recover
from people.choices import Deed, PrivacyClass
from people.models import RecoveryCode, Session, StaffAction
from tests.clock import on
from tests.factories.courses import ARRIVED, CohortFactory, CohortStaffFactory, EnrolmentFactory
from tests.factories.people import UserFactory
from tests.reading import browser, form_with, forms, words

NEW = "another four words kept"
SHOWN = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")


@pytest.fixture(autouse=True)
def today():
    with on(ARRIVED):
        yield


@pytest.fixture
def address(cast):
    return f"/en/cohorts/{cast.peers.pk}/card/"


def ask(user, address, enrolment):
    return browser(user).post(address, {"chosen": str(enrolment.pk)})


def test_lan_makes_a_card_that_lets_mei_in(cast, address):
    page = ask(cast.lan, address, cast.enrolment_of(cast.mei))
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    (code,) = SHOWN.findall(words(page))
    assert "9 March 2026" in words(page)
    assert "/recovery/" in words(page)
    assert "mei-7kq" not in page.content.decode()
    assert recover("mei-7kq", code, NEW, on=ARRIVED) == cast.mei


def test_a_peer_trainer_makes_one_too(cast, address):
    backbone = UserFactory(handle="old-hand-abc", audience=cast.mei.audience)
    CohortStaffFactory(cohort=cast.peers, user=backbone, role="PEER_TRAINER")
    assert ask(backbone, address, cast.enrolment_of(cast.mei)).status_code == 200


def test_a_second_card_voids_the_first(cast, address):
    first, second = (SHOWN.findall(words(ask(cast.lan, address, cast.enrolment_of(cast.mei))))[0] for _ in range(2))
    assert recover("mei-7kq", first, NEW, on=ARRIVED) is None
    assert recover("mei-7kq", second, NEW, on=ARRIVED) == cast.mei


def test_the_code_is_kept_nowhere_that_anyone_could_read(cast, address):
    (code,) = SHOWN.findall(words(ask(cast.lan, address, cast.enrolment_of(cast.mei))))
    held = str([session.get_decoded() for session in Session.objects.all()]) + str(list(RecoveryCode.objects.values()))
    assert code not in held and code.replace("-", "") not in held.upper()


def test_it_is_recorded_without_the_learner(cast, address):
    ask(cast.lan, address, cast.enrolment_of(cast.mei))
    assert list(StaffAction.objects.values_list("by", "deed", "about")) == [(cast.lan.pk, Deed.MADE_CARD, "")]


@pytest.mark.parametrize("name", ["mei", "bo", "ying", "hua", "author", "lead", "auditor"])
def test_nobody_else_makes_one(cast, address, name):
    assert ask(getattr(cast, name), address, cast.enrolment_of(cast.mei)).status_code == 404
    assert not RecoveryCode.objects.exists()


def test_a_learner_of_another_cohort_is_not_found(cast, address):
    assert ask(cast.lan, address, cast.enrolment_of(cast.bo)).status_code == 404


@pytest.mark.parametrize("chosen", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_what_is_no_learner_is_not_found(cast, address, chosen):
    assert browser(cast.lan).post(address, {"chosen": chosen}).status_code == 404


@pytest.mark.parametrize("change", [{"is_staff": True}, {"is_active": False}])
def test_staff_and_closed_accounts_get_none(cast, address, change):
    enrolment = EnrolmentFactory(cohort=cast.peers, **{f"learner__{name}": value for name, value in change.items()})
    assert ask(cast.lan, address, enrolment).status_code == 404
    assert not RecoveryCode.objects.exists()


def test_a_card_opens_no_rights_that_its_giver_does_not_hold(cast, address):
    """A card opens the account: whoever looks after another cohort is not taken over by way of this one."""
    elsewhere = EnrolmentFactory(cohort=cast.peers)
    CohortStaffFactory(cohort=CohortFactory(audience=cast.mei.audience), user=elsewhere.learner)
    assert ask(cast.lan, address, elsewhere).status_code == 404
    fellow = EnrolmentFactory(cohort=cast.peers)
    backbone = EnrolmentFactory(cohort=cast.peers)
    for one in (fellow, backbone):
        CohortStaffFactory(cohort=cast.peers, user=one.learner, role="PEER_TRAINER")
    assert ask(fellow.learner, address, backbone).status_code == 404
    assert ask(cast.lan, address, backbone).status_code == 200


def test_a_police_account_makes_none_for_a_peer_whatever_it_was_given(cast):
    assert cast.bo.privacy_class == PrivacyClass.LAW_ENFORCEMENT
    assert not renewable_by(cast.bo, cast.peers).exists()


def test_reading_the_address_makes_none(cast, address):
    assert browser(cast.lan).get(address).status_code == 302
    assert not RecoveryCode.objects.exists()


def test_the_button_stands_beside_whoever_can_have_one(cast, address):
    EnrolmentFactory(cohort=cast.peers, learner__handle="green-lamp-abc", learner__is_staff=True)
    page = browser(cast.lan).get(f"/en/cohorts/{cast.peers.pk}/")
    assert words(page).count("New card") == 1
    assert address in {form["action"] for form in forms(page)}


class PrintTests:
    """The same card as a PDF."""

    def sent(self, cast, address):
        page = ask(cast.lan, address, cast.enrolment_of(cast.mei))
        form = form_with(page, "code")
        assert form["action"] == address.replace("/card/", "/card.pdf")
        return form

    def test_the_pdf_carries_the_code_and_no_handle(self, cast, address, fonts_dir):
        form = self.sent(cast, address)
        answer = browser(cast.lan).post(form["action"], form["data"])
        assert answer.headers["Content-Disposition"] == 'attachment; filename="card.pdf"'
        text = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
        assert form["data"]["code"] in text
        assert "9 March 2026" in text
        for told in ("mei", "Lotus", "Anshan", "Backbone"):
            assert told not in text

    @pytest.mark.parametrize("name", ["mei", "bo", "hua", "auditor"])
    def test_nobody_else_prints_it(self, cast, address, name):
        form = self.sent(cast, address)
        assert browser(getattr(cast, name)).post(form["action"], form["data"]).status_code == 404

    def test_a_card_of_another_cohort_a_wrong_code_and_an_expired_one_are_not_found(self, cast, address):
        form = self.sent(cast, address)
        foreign = make_card(cast.bo, by=cast.hua, on=ARRIVED)[0]
        lan = browser(cast.lan)
        for code in (foreign, "0000-0000-0000-0000", ""):
            assert lan.post(form["action"], {"code": code}).status_code == 404
        with on(ARRIVED + datetime.timedelta(days=8)):
            assert browser(cast.lan).post(form["action"], form["data"]).status_code == 404
