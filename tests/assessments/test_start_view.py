"""Before a test: what it asks, and why it cannot be taken yet or any more."""

import datetime

import pytest

from assessments.models import Sitting
from tests.clock import on
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.courses import ARRIVED, StepFactory
from tests.reading import browser, words


@pytest.fixture
def intake(cast):
    return StepTestFactory(step__programme=cast.programme)


@pytest.fixture
def follow_up(cast, intake):
    step = StepFactory(
        programme=cast.programme,
        kind="TEST",
        code="follow-up",
        opening="OFFSET",
        after=intake.step,
        offset_months=3,
        open_days=60,
    )
    return StepTestFactory(step=step, wave="FOLLOW_UP")


def at(test):
    return f"/en/tests/{test.pk}/"


def test_it_says_how_many_questions_and_that_nobody_fails(cast, intake):
    page = browser(cast.mei).get(at(intake))
    assert page.status_code == 200
    assert "4 questions, one on a page." in words(page)
    assert "Nobody fails this test." in words(page)
    assert not Sitting.objects.exists()


def test_the_button_starts_it_at_the_first_question(cast, intake):
    answer = browser(cast.mei).post(at(intake))
    made = Sitting.objects.get()
    assert answer.url == f"/en/sittings/{made.pk}/1/"
    assert (made.enrolment, made.language) == (cast.enrolment_of(cast.mei), "en")


def test_another_device_goes_on_with_the_same_sitting(cast, intake):
    browser(cast.mei).post(at(intake))
    elsewhere = browser(cast.mei)
    assert "Go on with the test" in words(elsewhere.get(at(intake)))
    elsewhere.post(at(intake))
    assert Sitting.objects.count() == 1


def test_a_test_behind_another_step_cannot_be_started(cast, follow_up):
    mei = browser(cast.mei)
    assert mei.get(at(follow_up)).status_code == 200
    refused = mei.post(at(follow_up))
    assert refused.status_code == 409
    assert "Another step comes first." in words(refused)
    assert not Sitting.objects.exists()


@pytest.mark.parametrize(
    ("days", "status", "sentence"),
    [
        (91, 409, "This test opens on 2 June 2026."),
        (92, 302, ""),
        (152, 302, ""),
        (153, 409, "This test closed on 1 August 2026."),
    ],
)
def test_the_second_test_opens_three_months_later_for_sixty_days(cast, intake, follow_up, days, status, sentence):
    sitting(intake, cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED)
    with on(ARRIVED + datetime.timedelta(days=days)):
        mei = browser(cast.mei)
        answer = mei.post(at(follow_up))
    assert answer.status_code == status
    assert sentence == "" or sentence in words(answer)


def test_a_test_once_taken_is_not_taken_again(cast, intake):
    sitting(intake, cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED)
    refused = browser(cast.mei).post(at(intake))
    assert refused.status_code == 409
    assert "You have taken this test." in words(refused)
    assert Sitting.objects.count() == 1


def test_an_open_sitting_may_be_finished_after_the_window_closed(cast, intake, follow_up):
    sitting(intake, cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED)
    made = sitting(follow_up, cast.enrolment_of(cast.mei), form="B")
    with on(ARRIVED + datetime.timedelta(days=200)):
        assert browser(cast.mei).post(at(follow_up)).url == f"/en/sittings/{made.pk}/1/"


@pytest.mark.parametrize("name", ["ying", "lan", "lead"])
def test_a_test_of_a_programme_one_is_not_in_does_not_exist(cast, intake, name):
    cast.enrolment_of(cast.ying).delete()
    assert browser(getattr(cast, name)).get(at(intake)).status_code == 404
    assert browser(getattr(cast, name)).post(at(intake)).status_code == 404


@pytest.mark.parametrize("number", ["999999", "9" * 30])
def test_a_number_that_leads_nowhere_is_a_404(cast, number):
    assert browser(cast.mei).get(f"/en/tests/{number}/").status_code == 404


def test_a_visitor_signs_in(intake, client):
    assert client.post(at(intake)).url.startswith("/accounts/login/")
    assert not Sitting.objects.exists()
