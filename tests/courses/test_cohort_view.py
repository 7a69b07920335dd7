"""A trainer's cohort: who has done which step, and nothing more."""

import pytest
from django.core.cache import cache

from courses.actions import complete_step, enrol, keep_terms
from courses.cohorts import progress_table
from courses.models import Enrolment, Step
from courses.permissions import cohorts_seen_by, may_see_cohort
from people.choices import Deed, PrivacyClass
from people.models import StaffAction
from tests.clock import on
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.courses import ARRIVED, CohortStaffFactory, EnrolmentFactory, StepFactory, course_with_lessons
from tests.factories.people import UserFactory
from tests.reading import browser, links, queries, words


@pytest.fixture
def address(cast):
    book, _lessons = course_with_lessons(cast.programme, lessons=1)
    StepFactory(programme=cast.programme, code="read", page=book)
    return f"/en/cohorts/{cast.peers.pk}/"


def test_lan_sees_her_cohort_by_handle_done_or_not_done(cast, address):
    complete_step(cast.enrolment_of(cast.mei), cast.programme.steps.get(), on=ARRIVED)
    EnrolmentFactory(cohort=cast.peers, learner__handle="green-lamp-abc")
    said = words(browser(cast.lan).get(address))
    assert "mei-7kq done" in said
    assert "green-lamp-abc not yet" in said
    assert "bo-x2m" not in said


def test_no_score_no_answer_no_day_and_no_link_to_one(cast, address):
    test = StepTestFactory(step__programme=cast.programme)
    made = sitting(test, cast.enrolment_of(cast.mei), right=3, submitted_on=ARRIVED)
    page = browser(cast.lan).get(address)
    body = page.content.decode()
    assert str(made.pk) not in body
    assert str(cast.mei.pk) not in body
    assert "3 of 4" not in words(page)
    assert "75" not in words(page)
    assert "March" not in words(page)
    assert not [link for link in links(page) if "sitting" in link or "result" in link]


def test_reading_the_page_is_recorded_once_an_hour_with_the_cohort(cast, address):
    with on(ARRIVED):
        for _ in range(2):
            browser(cast.lan).get(address)
    assert list(StaffAction.objects.values_list("by", "deed", "about")) == [(cast.lan.pk, Deed.READ_COHORT, "Lotus")]


def test_who_erased_the_account_is_not_in_the_table(cast, address):
    EnrolmentFactory(cohort=cast.peers, learner__handle="green-lamp-abc")
    erased = cast.enrolment_of(cast.mei)
    complete_step(erased, cast.programme.steps.get(), on=ARRIVED)
    Enrolment.objects.filter(pk=erased.pk).update(learner=None, user_class=PrivacyClass.ORDINARY)
    page = browser(cast.lan).get(address)
    assert [row.handle for row in progress_table(cast.peers).rows] == ["green-lamp-abc"]
    assert "None" not in words(page)
    assert str(erased.pk) not in page.content.decode()


def test_an_empty_cohort_says_what_to_do(cast, address):
    cast.enrolment_of(cast.mei).delete()
    assert "Nobody has joined yet." in words(browser(cast.lan).get(address))


@pytest.mark.parametrize("name", ["mei", "bo", "ying", "hua", "author", "lead", "auditor"])
def test_nobody_else_finds_it(cast, address, name):
    assert browser(getattr(cast, name)).get(address).status_code == 404
    assert browser(getattr(cast, name)).get(f"{address}codes/").status_code == 404


def test_a_visitor_signs_in(address, client):
    assert client.get(address).url.startswith("/accounts/login/")


def test_a_police_trainer_sees_the_police_cohort(cast, address):
    CohortStaffFactory(cohort=cast.police, user=cast.bo)
    assert browser(cast.bo).get(f"/en/cohorts/{cast.police.pk}/").status_code == 200


def test_the_filter_and_the_predicate_agree(cast):
    CohortStaffFactory(cohort=cast.police, user=cast.bo)
    everybody = (cast.mei, cast.bo, cast.ying, cast.lan, cast.hua, cast.lead)
    for cohort in (cast.peers, cast.police, cast.workers):
        for one in everybody:
            assert may_see_cohort(one, cohort) is (cohort in cohorts_seen_by(one))


def test_the_page_costs_the_same_for_one_person_and_for_thirty(cast, address):
    cache.clear()
    lan = browser(cast.lan)
    before = queries(lan, address)
    EnrolmentFactory.create_batch(29, cohort=cast.peers)
    for enrolment in cast.peers.enrolments.all():
        complete_step(enrolment, cast.programme.steps.first(), on=ARRIVED)
    assert queries(lan, address) == before


def test_what_an_edition_does_not_ask_for_is_neither_done_nor_left_undone(cast, address):
    keep_terms(cast.programme, on=ARRIVED)
    StepFactory(programme=cast.programme, code="film", kind="WATCH")
    Step.objects.filter(code="read").update(is_retired=True)
    enrol(UserFactory(handle="green-lamp-abc", audience=cast.peers.audience), cast.peers, code=None, on=ARRIVED)
    marks = {row.handle: row.done for row in progress_table(cast.peers).rows}
    assert marks == {"mei-7kq": [False, None], "green-lamp-abc": [None, False]}
    assert "not asked" in words(browser(cast.lan).get(address))


def test_a_mark_that_only_an_older_edition_asks_for_is_hidden_among_protected_people_too(cast, address):
    Step.objects.filter(code="read").update(pass_mark=60)
    keep_terms(cast.programme, on=ARRIVED)
    Step.objects.filter(code="read").update(pass_mark=None)
    assert [row.done for row in progress_table(cast.peers).rows] == [[]]
