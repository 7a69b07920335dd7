"""More time for one learner: given and taken back by the cohort's trainer alone, and written down nowhere else."""

import datetime

import pytest

from assessments.actions import give_extra_time
from assessments.models import ExtraTime
from courses.actions import give_extension
from courses.models import Extension
from people.choices import Deed
from people.erasure import erase
from people.models import StaffAction
from tests.factories.assessments import StepTestFactory
from tests.factories.courses import CohortStaffFactory, EnrolmentFactory, StepFactory
from tests.reading import browser, queries, words

JANUARY = datetime.date(2027, 1, 15)


@pytest.fixture
def exam(cast):
    window = {"opening": "YEARLY", "window_from": "12-01", "window_to": "12-31"}
    return StepTestFactory(step=StepFactory(programme=cast.programme, kind="EXAM", **window), wave="ANNUAL").step


@pytest.fixture
def address(cast, exam):
    return f"/en/cohorts/{cast.peers.pk}/time/"


def days(cast, exam, **more):
    return {"enrolment": str(cast.enrolment_of(cast.mei).pk), "step": exam.pk, "closes_on": "2027-01-15"} | more


def test_lan_gives_days_and_the_last_gift_stands(cast, exam, address):
    lan = browser(cast.lan)
    lan.post(address, days(cast, exam))
    lan.post(address, days(cast, exam, opens_on="2027-01-10"))
    given = Extension.objects.get()
    assert (given.opens_on, given.closes_on) == (datetime.date(2027, 1, 10), JANUARY)
    assert "mei-7kq December exam once more from 10 January 2027 to 15 January 2027" in words(lan.get(address))


def test_the_audit_names_the_cohort_and_no_learner(cast, exam, address):
    browser(cast.lan).post(address, days(cast, exam))
    browser(cast.lan).post(f"{address}minutes/", {"enrolment": str(cast.enrolment_of(cast.mei).pk), "minutes": "20"})
    rows = list(StaffAction.objects.filter(deed=Deed.GAVE_TIME).values_list("by", "about"))
    assert set(rows) == {(cast.lan.pk, "Lotus")}


def test_days_the_wrong_way_round_change_nothing(cast, exam, address):
    refused = browser(cast.lan).post(address, days(cast, exam, opens_on="2027-02-01"))
    assert refused.status_code == 422
    assert "The extension ends before it starts." in words(refused)
    assert not Extension.objects.exists()


def test_minutes_are_given_and_both_are_taken_back_once(cast, exam, address):
    lan, mei = browser(cast.lan), cast.enrolment_of(cast.mei)
    lan.post(f"{address}minutes/", {"enrolment": str(mei.pk), "minutes": "20"})
    assert "mei-7kq 20 minutes more" in words(lan.get(address))
    given = give_extension(mei, exam, opens_on=None, closes_on=JANUARY, by=cast.lan)
    for _ in range(2):
        lan.post(f"{address}end/", {"extension": given.pk})
        lan.post(f"{address}end/", {"extra": mei.extra_time.pk})
    assert not Extension.objects.exists()
    assert not ExtraTime.objects.exists()
    assert StaffAction.objects.filter(deed=Deed.TOOK_TIME).count() == 1  # once an hour, as all deeds
    assert lan.post(f"{address}end/").status_code == 404


def test_a_learner_of_another_cohort_gets_nothing_here(cast, exam, address):
    bo = cast.enrolment_of(cast.bo)
    assert browser(cast.lan).post(address, days(cast, exam, enrolment=str(bo.pk))).status_code == 422
    give_extra_time(bo, 20, by=cast.hua)
    browser(cast.lan).post(f"{address}end/", {"extra": bo.extra_time.pk})
    assert ExtraTime.objects.count() == 1


@pytest.mark.parametrize("name", ["mei", "bo", "ying", "hua", "author", "lead", "auditor"])
def test_nobody_else_finds_it(cast, exam, address, name):
    client = browser(getattr(cast, name))
    assert client.get(address).status_code == 404
    for part in ("", "minutes/", "end/"):
        assert client.post(f"{address}{part}", days(cast, exam)).status_code == 404
    assert not Extension.objects.exists()


def test_a_peer_trainer_gives_no_time(cast, address):
    CohortStaffFactory(cohort=cast.peers, user=cast.mei, role="PEER_TRAINER")
    assert browser(cast.mei).get(address).status_code == 404


def test_the_page_costs_the_same_for_one_person_and_for_thirty(cast, exam, address):
    lan, enrolments = browser(cast.lan), [cast.enrolment_of(cast.mei)]
    give(cast, exam, enrolments)
    before = queries(lan, address)
    give(cast, exam, EnrolmentFactory.create_batch(29, cohort=cast.peers))
    assert queries(lan, address) == before


def give(cast, exam, enrolments):
    for one in enrolments:
        give_extension(one, exam, opens_on=None, closes_on=JANUARY, by=cast.lan)
        give_extra_time(one, 20, by=cast.lan)


def test_both_go_with_the_account(cast, exam):
    give(cast, exam, [cast.enrolment_of(cast.mei)])
    erase(cast.mei)
    assert not Extension.objects.exists()
    assert not ExtraTime.objects.exists()


def test_where_no_step_closes_it_says_so(cast):
    StepFactory(programme=cast.programme)
    page = browser(cast.lan).get(f"/en/cohorts/{cast.peers.pk}/time/")
    assert "No step of this programme closes" in words(page)
