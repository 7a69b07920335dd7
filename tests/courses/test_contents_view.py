"""The page of a course: its modules, its lessons, how far one is."""

import pytest

from courses.actions import complete_lesson
from tests.factories.courses import ARRIVED, StepFactory, course_with_lessons, translated
from tests.reading import browser, links, words


@pytest.fixture
def course(cast):
    made, _lessons = course_with_lessons(cast.programme)
    StepFactory(programme=cast.programme, code="read", page=made)
    return made


def lessons_of(course):
    return list(course.get_descendants().exclude(title="Module one").specific())


def test_a_learner_sees_every_lesson_and_how_many_are_finished(cast, course):
    complete_lesson(cast.mei, lessons_of(course)[0], on=ARRIVED)
    page = browser(cast.mei).get(course.url)
    assert "1 of 3 lessons finished." in words(page)
    first, second, third = (one.url for one in lessons_of(course))
    # The lesson to go on with stands above the list as well.
    assert [link for link in links(page) if "/lesson-" in link] == [second, first, second, third]


def test_a_module_shows_its_own_lessons(cast, course):
    module = course.get_children().get()
    page = browser(cast.mei).get(module.url)
    assert page.status_code == 200
    assert "0 of 3 lessons finished." in words(page)


def test_what_is_not_published_is_not_listed(cast, course):
    lessons_of(course)[1].unpublish()
    page = browser(cast.mei).get(course.url)
    assert "Lesson 2" not in words(page)
    assert "0 of 2 lessons finished." in words(page)


def test_a_course_without_lessons_says_so(cast, course):
    for lesson in lessons_of(course):
        lesson.unpublish()
    assert "There is no lesson here yet." in words(browser(cast.mei).get(course.url))


def test_a_visitor_signs_in_a_stranger_finds_nothing(cast, course, client):
    assert client.get(course.url).url == f"/accounts/login/?next={course.url}"
    cast.enrolment_of(cast.bo).delete()
    assert browser(cast.bo).get(course.url).status_code == 404


def test_the_course_stands_in_the_learners_language_and_knows_what_was_finished_in_another(cast, course):
    complete_lesson(cast.mei, lessons_of(course)[0], on=ARRIVED)
    chinese = translated(course, "zh-hans")
    for lesson in lessons_of(course):
        translated(lesson, "zh-hans")
    page = browser(cast.mei).get(chinese.url)
    assert page.status_code == 200
    assert page.context["finished"] == 1


@pytest.mark.parametrize("change", ["waiting"])
def test_before_its_time_it_is_locked(cast, course, change):
    intake = StepFactory(programme=cast.programme, code="intake", kind="TEST")
    cast.programme.steps.filter(code="read").update(opening="AFTER_STEP", after=intake)
    assert browser(cast.mei).get(course.url).status_code == 403
