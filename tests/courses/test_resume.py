"""Going on where one stopped: one tap from one's own page and from the page of the course."""

import pytest

from courses.actions import complete_lesson
from tests.factories.courses import ARRIVED, StepFactory, course_with_lessons, translated
from tests.reading import browser, links, words


@pytest.fixture
def lessons(cast):
    course, found = course_with_lessons(cast.programme)
    StepFactory(programme=cast.programme, code="course", kind="COURSE", page=course)
    return found


def finish(learner, *lessons):
    for lesson in lessons:
        complete_lesson(learner, lesson, on=ARRIVED)


def course_of(lesson):
    return lesson.get_parent().get_parent()


def test_before_anything_is_read_ones_page_leads_to_the_course(cast, lessons):
    page = browser(cast.mei).get("/en/me/")
    assert course_of(lessons[0]).url in links(page)
    assert "Go on where you stopped" not in words(page)


def test_then_it_leads_to_the_first_lesson_not_finished(cast, lessons):
    finish(cast.mei, lessons[0], lessons[2])
    page = browser(cast.mei).get("/en/me/")
    assert lessons[1].url in links(page)
    assert "Go on where you stopped" in words(page)


def test_what_one_learner_finished_moves_no_other(cast, lessons):
    finish(cast.mei, lessons[0])
    assert lessons[1].url not in links(browser(cast.bo).get("/en/me/"))


def test_when_all_is_read_the_course_may_be_read_again(cast, lessons):
    finish(cast.mei, *lessons)
    assert course_of(lessons[0]).url in links(browser(cast.mei).get("/en/me/"))
    assert "You have finished every lesson here." in words(browser(cast.mei).get(course_of(lessons[0]).url))


def test_in_another_language_it_is_the_same_place(cast, lessons):
    chinese = [translated(lesson, "zh-hans") for lesson in lessons]
    finish(cast.mei, lessons[0])
    assert chinese[1].url in links(browser(cast.mei).get("/zh-hans/me/"))


def test_the_page_of_the_course_begins_with_it(cast, lessons):
    mei, course = browser(cast.mei), course_of(lessons[0])
    assert "Begin here" in words(mei.get(course.url))
    finish(cast.mei, lessons[0])
    page = mei.get(course.url)
    assert "Go on where you stopped" in words(page)
    assert page.context["resume"]["url"] == lessons[1].url


def test_what_was_taken_back_from_readers_is_passed_over(cast, lessons):
    lessons[1].unpublish()
    finish(cast.mei, lessons[0])
    assert lessons[2].url in links(browser(cast.mei).get("/en/me/"))
