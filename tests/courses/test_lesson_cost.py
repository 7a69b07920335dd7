"""Pages of a course cost the same with one lesson and with thirty."""

import pytest
from django.core.cache import cache

from tests.factories.courses import CohortFactory, EnrolmentFactory, ProgrammeFactory, StepFactory, course_with_lessons
from tests.reading import browser, queries


def course_of(count):
    """Return a learner's browser, a course of `count` lessons and its first lesson."""
    programme = ProgrammeFactory()
    course, lessons = course_with_lessons(programme, lessons=count, slug=f"book-{count}")
    StepFactory(programme=programme, code="read", page=course)
    enrolment = EnrolmentFactory(cohort=CohortFactory(programme=programme))
    return browser(enrolment.learner), course, lessons[0]


@pytest.fixture
def one_and_thirty(db):
    cache.clear()
    return [course_of(1), course_of(30)]


def test_the_page_of_a_course(one_and_thirty):
    small, large = (queries(client, course.url) for client, course, _lesson in one_and_thirty)
    assert small == large


def test_the_page_of_a_lesson(one_and_thirty):
    small, large = (queries(client, lesson.url) for client, _course, lesson in one_and_thirty)
    assert small == large


def test_finishing_some_of_them_costs_nothing_more(one_and_thirty):
    client, course, lesson = one_and_thirty[1]
    before = queries(client, course.url)
    client.post(lesson.url, {"done": "1"})
    assert queries(client, course.url) == before
