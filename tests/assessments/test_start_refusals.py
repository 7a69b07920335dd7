"""What keeps a test from starting, each in a sentence; and where its end is set."""

import datetime

import pytest
from django.utils import timezone

from assessments.actions import (
    AttemptsUsedError,
    NoFormError,
    OpenTextError,
    RoomNeededError,
    give_extra_time,
    open_room,
    start_sitting,
)
from assessments.models import BlueprintRow, Question, Sitting, TestForm
from assessments.rooms import room_code
from tests.clock import on
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.courses import ARRIVED, StepFactory
from tests.reading import browser, words


def at(test):
    return f"/en/tests/{test.pk}/"


def start(cast, test, **more):
    return start_sitting(cast.enrolment_of(cast.mei), test, language="en", at=timezone.now(), **more)


def unfreeze(**fields):
    """A form in another state than the frozen one it was published in."""
    TestForm.objects.update(published_at=None)
    TestForm.objects.update(**fields)


def test_without_a_published_form_a_kind_page_and_no_error(cast, intake):
    unfreeze()
    with pytest.raises(NoFormError):
        start(cast, intake)
    mei = browser(cast.mei)
    assert mei.get(at(intake)).status_code == 200
    refused = mei.post(at(intake))
    assert refused.status_code == 409
    assert "This test is not ready yet, and that is not your doing." in words(refused)


def test_a_pool_that_is_too_small_is_no_error_either(cast, intake):
    topic = Question.objects.filter(code="A1").get().topic
    for form in TestForm.objects.all():
        unfreeze(kind="BLUEPRINT")
        BlueprintRow.objects.create(form=form, topic=topic, count=9)
    TestForm.objects.update(published_at=timezone.now())
    refused = browser(cast.mei).post(at(intake))
    assert refused.status_code == 409
    assert "This test is not ready yet" in words(refused)
    assert not Sitting.objects.exists()


@pytest.fixture
def exam(cast):
    step = {"step__programme": cast.programme, "step__kind": "EXAM", "step__pass_mark": 60}
    return StepTestFactory(**step, wave="ANNUAL", attempts=2)


def test_after_the_last_attempt_there_is_none(cast, exam):
    mei = browser(cast.mei)
    for left in (2, 1):
        assert f"You can take it {left} more time" in words(mei.get(at(exam)))
        sitting(exam, cast.enrolment_of(cast.mei), right=0, submitted_on=ARRIVED, number=3 - left)
    with pytest.raises(AttemptsUsedError):
        start(cast, exam)
    refused = mei.post(at(exam))
    assert refused.status_code == 409
    assert "as often as it can be taken" in words(refused)
    assert Sitting.objects.count() == 2


def test_another_learners_attempts_are_their_own(cast, exam):
    for number in (1, 2):
        sitting(exam, cast.enrolment_of(cast.bo), right=0, submitted_on=ARRIVED, number=number)
    assert start(cast, exam).number == 1


def test_free_text_is_never_asked_in_a_protected_cohort(cast, intake):
    Question.objects.filter(code="Q0").update(type="open-text")
    with pytest.raises(OpenTextError):
        start(cast, intake)
    refused = browser(cast.mei).post(at(intake))
    assert refused.status_code == 409
    assert "could tell who wrote it" in words(refused)
    assert browser(cast.ying).post(at(intake)).status_code == 302


@pytest.fixture
def supervised(cast):
    return StepTestFactory(step__programme=cast.programme, is_supervised=True)


def test_a_supervised_test_asks_for_the_code_of_the_room(cast, supervised):
    room = open_room(cast.peers, supervised, by=cast.lan, at=timezone.now())
    mei = browser(cast.mei)
    assert "The code of the room" in words(mei.get(at(supervised)))
    assert mei.post(at(supervised)).status_code == 422
    code = room_code(room)
    assert mei.post(at(supervised), {"code": f" {code[:3].lower()} {code[3:]} "}).status_code == 302
    assert Sitting.objects.get().room == room


def test_the_code_of_another_cohorts_room_and_of_a_closed_one_open_nothing(cast, supervised):
    theirs = open_room(cast.police, supervised, by=cast.lan, at=timezone.now())
    closed = open_room(cast.peers, supervised, by=cast.lan, at=timezone.now())
    type(closed).objects.filter(pk=closed.pk).update(closed_at=timezone.now())
    mei = browser(cast.mei)
    for room in (theirs, closed):
        refused = mei.post(at(supervised), {"code": room_code(room)})
        assert refused.status_code == 422
        assert "This code opens no room for you." in words(refused)
        with pytest.raises(RoomNeededError):
            start(cast, supervised, room=room)
    with pytest.raises(RoomNeededError):
        start(cast, supervised)


def test_codes_cannot_be_tried_at_will(cast, supervised):
    room = open_room(cast.peers, supervised, by=cast.lan, at=timezone.now())
    mei = browser(cast.mei)
    told = [mei.post(at(supervised), {"code": "000 000"}).status_code for _ in range(11)]
    assert told == [422] * 10 + [429]
    assert mei.post(at(supervised), {"code": room_code(room)}).status_code == 429


def test_another_device_goes_on_without_a_code(cast, supervised):
    room = open_room(cast.peers, supervised, by=cast.lan, at=timezone.now())
    made = start(cast, supervised, room=room)
    assert browser(cast.mei).post(at(supervised)).url == f"/en/sittings/{made.pk}/1/"


def test_ones_own_minutes_are_added_for_oneself(cast, intake):
    intake.minutes = 30
    intake.save()
    give_extra_time(cast.enrolment_of(cast.mei), 15, by=cast.lan)
    made = start(cast, intake)
    assert (made.ends_at - made.started_at).total_seconds() == 45 * 60
    theirs = start_sitting(cast.enrolment_of(cast.bo), intake, language="en", at=timezone.now())
    assert (theirs.ends_at - theirs.started_at).total_seconds() == 30 * 60
    assert "You have 30 minutes" in words(browser(cast.ying).get(at(intake)))


def test_on_the_last_day_it_ends_with_the_day(cast):
    window = {"opening": "YEARLY", "window_from": "12-01", "window_to": "12-31"}
    exam = StepTestFactory(step=StepFactory(programme=cast.programme, kind="EXAM", **window), wave="ANNUAL", minutes=90)
    with on(datetime.date(2026, 12, 31), 23):
        mei = browser(cast.mei)
        assert "Today is the last day: it ends at 23:59 in any case." in words(mei.get(at(exam)))
        mei.post(at(exam))
    ends = timezone.localtime(Sitting.objects.get().ends_at)
    assert ends.strftime("%Y-%m-%d %H:%M:%S") == "2026-12-31 23:59:59"
