"""A session in a room: only the cohort's trainer signs it off, for whom it is open, once."""

import pytest

from courses.models import Completion, LessonCompletion, RoomSessionPage
from people.choices import Deed
from people.models import StaffAction
from tests.factories.courses import CohortStaffFactory, EnrolmentFactory, StepFactory, course_with_lessons, translated
from tests.reading import browser, queries, words


@pytest.fixture
def session(cast):
    """A course of one session, which a step asks for."""
    course, lessons = course_with_lessons(cast.programme, lessons=0)
    module = course.get_children().first()
    page = module.add_child(
        instance=RoomSessionPage(title="Meet and practise", slug="meet", body=[("prompt", {"text": "What helps you?"})])
    )
    StepFactory(programme=cast.programme, code="meet", kind="COURSE", page=course)
    return page


@pytest.fixture
def address(cast, session):
    return f"/en/cohorts/{cast.peers.pk}/sessions/{session.translation_key}/"


def sign(cast, address, *people):
    return browser(cast.lan).post(address, {"attended": [cast.enrolment_of(one).pk for one in people]}, follow=True)


def test_lan_finds_it_on_the_cohorts_page_and_signs_it_off(cast, session, address):
    assert address in browser(cast.lan).get(f"/en/cohorts/{cast.peers.pk}/").content.decode()
    answer = sign(cast, address, cast.mei)
    assert "The session is signed off for 1 learner." in words(answer)
    assert "mei-7kq: signed off on" in words(answer)
    assert LessonCompletion.objects.get().learner == cast.mei
    assert Completion.objects.get().step.code == "meet"
    assert StaffAction.objects.filter(deed=Deed.SIGNED_SESSION, by=cast.lan.pk, about="Lotus").count() == 1


def test_the_learner_has_nothing_to_press(cast, session):
    mei = browser(cast.mei)
    before = mei.get(session.url)
    assert "Your trainer signs it off" in words(before)
    mei.post(session.url, {"done": "1"})
    assert not LessonCompletion.objects.exists()


def test_the_learner_sees_that_it_is_signed_off(cast, session, address):
    sign(cast, address, cast.mei)
    assert "Your trainer has signed this session off." in words(browser(cast.mei).get(session.url))


def test_signing_again_changes_nothing(cast, address):
    for _ in range(2):
        assert sign(cast, address, cast.mei).status_code == 200
    assert LessonCompletion.objects.count() == Completion.objects.count() == 1
    assert StaffAction.objects.filter(deed=Deed.SIGNED_SESSION).count() == 1


def test_nobody_ticked(cast, address):
    answer = sign(cast, address)
    assert answer.status_code == 422
    assert "Nobody is ticked." in words(answer)


def test_what_is_not_open_yet_is_not_signed_off(cast, session, address):
    first = StepFactory(programme=cast.programme, code="intake", kind="TEST", sort_order=0)
    cast.programme.steps.filter(code="meet").update(opening="AFTER_STEP", after=first)
    answer = sign(cast, address, cast.mei)
    assert "Not signed off for mei-7kq: an earlier step of theirs comes first." in words(answer)
    assert not LessonCompletion.objects.exists()
    assert not StaffAction.objects.filter(deed=Deed.SIGNED_SESSION).exists()


def test_a_learner_of_another_cohort_cannot_be_signed_off(cast, address):
    answer = sign(cast, address, cast.ying)
    assert answer.status_code == 422
    assert "not in this cohort any more" in words(answer)
    assert not LessonCompletion.objects.exists()


@pytest.mark.parametrize("who", ["hua", "author", "mei", "bo"])
def test_strangers_and_learners_find_nothing(cast, address, who):
    assert browser(getattr(cast, who)).get(address).status_code == 404


def test_a_peer_trainer_does_not_sign(cast, address):
    CohortStaffFactory(cohort=cast.peers, user=cast.mei, role="PEER_TRAINER")
    assert browser(cast.mei).get(address).status_code == 404
    assert address not in browser(cast.mei).get(f"/en/cohorts/{cast.peers.pk}/").content.decode()


def test_a_session_of_another_programme_is_none_of_this_cohorts(cast, session, address):
    assert browser(cast.lan).get(address.replace(str(session.translation_key), str(cast.peers.pk))).status_code == 404


def test_the_sheet_costs_the_same_for_one_and_for_thirty(cast, address):
    lan = browser(cast.lan)
    lan.get(address)
    before = queries(lan, address)
    EnrolmentFactory.create_batch(29, cohort=cast.peers)
    assert queries(lan, address) == before


def test_in_another_language_it_is_the_same_session(cast, session, address):
    translated(session, "zh-hans")
    sign(cast, address.replace("/en/", "/zh-hans/"), cast.mei)
    assert "Your trainer has signed" in words(browser(cast.mei).get(session.url))
