"""A learner's own result, beside the first one; nobody else's."""

import datetime

import pytest

from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.courses import ARRIVED, StepFactory
from tests.reading import browser, words

LATER = ARRIVED + datetime.timedelta(days=95)


@pytest.fixture
def first(cast, intake):
    return sitting(intake, cast.enrolment_of(cast.mei), right=1, submitted_on=ARRIVED)


@pytest.fixture
def second(cast, first):
    step = StepFactory(programme=cast.programme, kind="TEST", code="follow-up")
    test = StepTestFactory(step=step, wave="FOLLOW_UP")
    return sitting(test, cast.enrolment_of(cast.mei), form="B", right=3, submitted_on=LATER)


def at(sitting):
    return f"/en/sittings/{sitting.pk}/result/"


def test_the_first_result_stands_alone(cast, first):
    said = words(browser(cast.mei).get(at(first)))
    assert "You know 1 of 4 today." in said
    assert "Breath" in said
    assert "Blood" in said


def test_a_later_one_stands_beside_the_first(cast, second):
    said = words(browser(cast.mei).get(at(second)))
    assert "You knew 1 of 4. Now you know 3." in said
    assert "2 March 2026" in said


def test_looking_back_at_the_first_shows_the_first_alone(cast, first, second):
    assert "You know 1 of 4 today." in words(browser(cast.mei).get(at(first)))


@pytest.mark.parametrize("name", ["bo", "lan", "hua", "lead", "author", "auditor"])
def test_nobody_elses(cast, first, name):
    assert browser(getattr(cast, name)).get(at(first)).status_code == 404


def test_before_handing_in_there_is_no_result(cast, under_way):
    assert browser(cast.mei).get(at(under_way)).url == f"/en/sittings/{under_way.pk}/finish/"


@pytest.mark.parametrize(("right", "told"), [(3, "You have passed the exam."), (2, "60 per cent are needed to pass.")])
def test_an_exam_says_whether_it_was_passed(cast, right, told):
    exam = StepTestFactory(step__programme=cast.programme, step__kind="EXAM", step__pass_mark=60, wave="ANNUAL")
    made = sitting(exam, cast.enrolment_of(cast.mei), right=right, submitted_on=ARRIVED)
    assert told in words(browser(cast.mei).get(at(made)))


def test_another_persons_score_is_never_the_first_one(cast, intake, second):
    sitting(intake, cast.enrolment_of(cast.bo), right=4, submitted_on=ARRIVED - datetime.timedelta(days=9))
    assert "You knew 1 of 4." in words(browser(cast.mei).get(at(second)))


def test_a_visitor_signs_in(first, client):
    assert client.get(at(first)).url.startswith("/accounts/login/")
