"""Who meets a lesson how: learner, visitor of a sample, stranger, somebody who is too early."""

import pytest

from courses.permissions import LessonAccess, lesson_access
from tests.factories.courses import ARRIVED, ProgrammeFactory, StepFactory, course_with_lessons
from tests.reading import browser, words


@pytest.fixture
def lesson(cast):
    """The first lesson of a course that opens after the first test."""
    course, lessons = course_with_lessons(cast.programme)
    intake = StepFactory(programme=cast.programme, code="intake", kind="TEST")
    StepFactory(programme=cast.programme, code="course", kind="COURSE", page=course, opening="AFTER_STEP", after=intake)
    return lessons[0]


@pytest.fixture
def open_lesson(cast, lesson):
    """The same lesson once Mei has sat the first test."""
    cast.enrolment_of(cast.mei).completions.create(step=cast.programme.steps.get(code="intake"), completed_on=ARRIVED)
    return lesson


def sample(lesson):
    lesson.is_sample = True
    lesson.save()
    return lesson


def test_a_visitor_is_asked_to_sign_in_and_led_back(lesson, client):
    assert client.get(lesson.url).url == f"/accounts/login/?next={lesson.url}"


def test_before_the_first_test_the_course_is_locked_and_says_so(cast, lesson):
    answer = browser(cast.mei).get(lesson.url)
    assert answer.status_code == 403
    assert "This is not open yet" in words(answer)
    assert "Breath comes first" not in words(answer)


def test_after_it_the_learner_reads(cast, open_lesson):
    answer = browser(cast.mei).get(open_lesson.url)
    assert answer.status_code == 200
    assert "Breath comes first." in words(answer)
    assert "lesson 1 of 3" in words(answer)


def test_somebody_of_another_programme_does_not_find_it(cast, open_lesson):
    cast.enrolment_of(cast.bo).delete()
    assert browser(cast.bo).get(open_lesson.url).status_code == 404


def test_what_is_not_published_is_found_by_nobody(cast, open_lesson):
    open_lesson.unpublish()
    assert browser(cast.mei).get(open_lesson.url).status_code == 404


def test_a_sample_may_be_read_by_anyone_and_keeps_nothing(cast, lesson, client):
    answer = client.get(sample(lesson).url)
    assert answer.status_code == 200
    assert "You are reading a sample." in words(answer)
    assert client.post(lesson.url, {"done": "1"}).status_code == 200
    assert cast.mei.lesson_completions.count() == 0


def test_a_sample_is_a_sample_to_a_learner_who_is_too_early_too(cast, lesson):
    mei = browser(cast.mei)
    assert mei.get(sample(lesson).url).status_code == 200
    mei.post(lesson.url, {"done": "1"})
    assert cast.mei.lesson_completions.count() == 0


@pytest.mark.parametrize(
    ("name", "access"),
    [("author", "VISITOR"), ("lan", "VISITOR"), ("lead", "STRANGER"), ("auditor", "STRANGER"), ("mei", "LOCKED")],
)
def test_staff_who_teach_may_read_and_others_may_not(cast, lesson, name, access):
    assert lesson_access(getattr(cast, name), lesson, ARRIVED) is LessonAccess[access]


def test_what_was_done_may_be_read_again_after_its_time(cast, lesson):
    enrolment = cast.enrolment_of(cast.mei)
    enrolment.completions.create(step=cast.programme.steps.get(code="course"), completed_on=ARRIVED)
    assert lesson_access(cast.mei, lesson, ARRIVED) is LessonAccess.LEARNER


def test_a_lesson_that_no_step_asks_for_is_nobodys(cast, lesson):
    _course, others = course_with_lessons(ProgrammeFactory(), slug="elsewhere")
    assert lesson_access(cast.mei, others[0], ARRIVED) is LessonAccess.STRANGER
