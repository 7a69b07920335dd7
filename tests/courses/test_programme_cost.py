"""A programme of five hundred lessons costs what one of three does: the lesson, its course, its module."""

import pytest
from django.core.cache import cache
from wagtail.models import Page

from courses.models import LessonCompletion, ModulePage, ReadingPage
from tests.factories.courses import (
    ARRIVED,
    CohortFactory,
    EnrolmentFactory,
    ProgrammeFactory,
    StepFactory,
    course_with_lessons,
)
from tests.reading import browser, links, queries

# Goal P1 of docs/performance.md.
MOST = 8
LARGE = 500
IN_A_MODULE = 10


def learner_of(programme, course):
    StepFactory(programme=programme, code="course", page=course)
    return EnrolmentFactory(cohort=CohortFactory(programme=programme)).learner


@pytest.fixture
def small(db):
    programme = ProgrammeFactory()
    course, lessons = course_with_lessons(programme, lessons=3, slug="small")
    cache.clear()
    return browser(learner_of(programme, course)), course, lessons[0]


def large_course(modules):
    """Return a learner and a course of many modules with ten lessons each, written in bulk."""
    programme = ProgrammeFactory()
    course, lessons = course_with_lessons(programme, lessons=IN_A_MODULE, slug="large")
    first = course.get_children().get()
    for number in range(2, modules + 1):
        module = course.add_child(instance=ModulePage(title=f"Module {number}", slug=f"m-{number}"))
        for lesson in first.get_children().specific():
            copied = ReadingPage(title=lesson.title, slug=lesson.slug, body=lesson.body)
            module.add_child(instance=copied)
    return learner_of(programme, course), course, lessons


@pytest.mark.parametrize("page", ["course", "module", "lesson"])
def test_a_page_asks_at_most_eight_times(small, page):
    client, course, lesson = small
    address = {"course": course, "module": course.get_children().get(), "lesson": lesson}[page].url
    assert queries(client, address) <= MOST


def test_the_course_lists_the_lessons_of_one_module(db):
    learner, course, lessons = large_course(modules=3)
    shown = [link for link in links(browser(learner).get(course.url)) if "/lesson-" in link]
    assert sorted(set(shown)) == sorted(lesson.url for lesson in lessons)


def test_with_the_first_module_done_it_opens_the_second(db):
    learner, course, lessons = large_course(modules=2)
    for lesson in lessons:
        LessonCompletion.objects.create(learner=learner, lesson_key=lesson.translation_key, completed_on=ARRIVED)
    shown = {link for link in links(browser(learner).get(course.url)) if "/lesson-" in link}
    assert shown == {f"{course.url}m-2/lesson-{number}/" for number in range(1, IN_A_MODULE + 1)}


@pytest.mark.long
def test_with_five_hundred_lessons_no_page_asks_more_often(small, record_property):
    client, course, lesson = small
    learner, large, lessons = large_course(modules=LARGE // IN_A_MODULE)
    assert Page.objects.descendant_of(large).type(ReadingPage).count() == LARGE
    record_property("lessons in a programme", LARGE)
    other = browser(learner)
    assert queries(other, large.url) == queries(client, course.url)
    assert queries(other, lessons[4].url) == queries(client, lesson.url)
