"""Finishing a lesson: the last one completes the step, once, and says so once."""

import pytest

from courses import listeners
from courses.actions import complete_lesson, complete_step
from courses.models import Completion, LessonCompletion
from tests.factories.courses import ARRIVED, StepFactory, course_with_lessons, translated
from tests.reading import browser, form_with, words


@pytest.fixture
def lessons(cast):
    book, found = course_with_lessons(cast.programme)
    StepFactory(programme=cast.programme, code="read", page=book)
    return found


@pytest.fixture
def heard(monkeypatch):
    told = []
    monkeypatch.setitem(
        listeners._listeners, "test", lambda enrolment, step: told.append((enrolment.learner, step.code))
    )
    return told


def finish(client, lesson):
    page = client.get(lesson.url)
    assert "done" in form_with(page, "done")["names"]
    return client.post(lesson.url, {"done": "1"})


def test_each_lesson_leads_to_the_next_and_the_last_to_ones_own_page(cast, lessons):
    mei = browser(cast.mei)
    assert finish(mei, lessons[0]).url == lessons[1].url
    assert finish(mei, lessons[1]).url == lessons[2].url
    assert finish(mei, lessons[2]).url == "/me/"


def test_the_last_lesson_completes_the_step_in_whatever_order(cast, lessons, heard):
    mei = browser(cast.mei)
    for lesson in (lessons[2], lessons[0]):
        finish(mei, lesson)
        assert not Completion.objects.exists()
    finish(mei, lessons[1])
    assert Completion.objects.get().enrolment == cast.enrolment_of(cast.mei)
    assert heard == [(cast.mei, "read")]


def test_the_same_lesson_twice_changes_nothing(cast, lessons, heard):
    mei = browser(cast.mei)
    for lesson in [*lessons, *lessons]:
        finish(mei, lesson)
    assert LessonCompletion.objects.count() == 3
    assert Completion.objects.count() == 1
    assert len(heard) == 1


def test_a_step_is_completed_by_one_call_of_two(cast, lessons, heard):
    enrolment, step = cast.enrolment_of(cast.mei), cast.programme.steps.get()
    assert [complete_step(enrolment, step, on=ARRIVED) for _ in range(2)] == [True, False]
    assert len(heard) == 1


def test_a_finished_lesson_is_marked_as_finished(cast, lessons):
    mei = browser(cast.mei)
    finish(mei, lessons[0])
    assert "You have finished this lesson." in words(mei.get(lessons[0].url))
    assert "You have finished this lesson." not in words(mei.get(lessons[1].url))


def test_another_learner_has_finished_nothing(cast, lessons):
    finish(browser(cast.mei), lessons[0])
    assert "finished" not in words(browser(cast.bo).get(lessons[0].url))


def test_a_learner_may_change_language_on_the_way(cast, lessons):
    chinese = translated(lessons[2], "zh-hans")
    complete_lesson(cast.mei, lessons[0], on=ARRIVED)
    complete_lesson(cast.mei, lessons[1], on=ARRIVED)
    assert [step.code for step in complete_lesson(cast.mei, chinese, on=ARRIVED)] == ["read"]


def test_a_course_without_lessons_is_never_completed(cast, lessons):
    for lesson in lessons[1:]:
        lesson.unpublish()
    first = lessons[0]
    first.unpublish()
    assert complete_lesson(cast.mei, first, on=ARRIVED) == []
    assert not Completion.objects.exists()


def test_a_locked_lesson_cannot_be_finished(cast, lessons):
    intake = StepFactory(programme=cast.programme, code="intake", kind="TEST")
    cast.programme.steps.filter(code="read").update(opening="AFTER_STEP", after=intake)
    assert browser(cast.mei).post(lessons[0].url, {"done": "1"}).status_code == 403
    assert not LessonCompletion.objects.exists()
