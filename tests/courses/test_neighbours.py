"""Before and after a lesson: within the module, over to the next module, and never out of the course."""

import pytest

from courses.models import CoursePage, ModulePage, ReadingPage
from courses.places import place_of
from tests.factories.courses import StepFactory, course_with_lessons
from tests.reading import browser


@pytest.fixture
def course(cast):
    made, _lessons = course_with_lessons(cast.programme, lessons=2)
    second = made.add_child(instance=ModulePage(title="Module two", slug="two"))
    second.add_child(instance=ReadingPage(title="Lesson 3", slug="lesson-3"))
    other = made.get_parent().add_child(instance=CoursePage(title="Another", slug="another"))
    other.add_child(instance=ReadingPage(title="Elsewhere", slug="elsewhere"))
    StepFactory(programme=cast.programme, code="course", page=made)
    return made


def lessons_of(course):
    return list(course.get_descendants().type(ReadingPage).specific())


def test_each_lesson_has_the_one_before_and_the_one_after(cast, course):
    mei, (first, second, third) = browser(cast.mei), lessons_of(course)
    shown = {one.title: mei.get(one.url).context for one in (first, second, third)}
    assert shown["Lesson 1"]["previous"] is None
    assert shown["Lesson 1"]["following"]["url"] == second.url
    assert shown["Lesson 2"]["previous"]["url"] == first.url
    assert shown["Lesson 2"]["following"]["url"] == third.url
    assert shown["Lesson 3"]["previous"]["url"] == second.url
    assert shown["Lesson 3"]["following"] is None


def test_only_the_lessons_of_the_module_stand_beside_it(cast, course):
    page = browser(cast.mei).get(lessons_of(course)[2].url)
    assert [one["page"].title for one in page.context["lessons"]] == ["Lesson 3"]


def test_finishing_the_last_of_a_module_leads_into_the_next(cast, course):
    _first, second, third = lessons_of(course)
    assert browser(cast.mei).post(second.url, {"done": "1"}).url == third.url


def test_what_is_not_published_is_passed_over(cast, course):
    first, second, third = lessons_of(course)
    second.unpublish()
    assert browser(cast.mei).get(first.url).context["following"]["url"] == third.url


def test_a_lesson_right_in_the_course_has_neighbours_too(cast, course):
    other = CoursePage.objects.get(slug="another")
    other.add_child(instance=ReadingPage(title="Also", slug="also"))
    place = place_of(other.get_children().first().specific, cast.mei)
    assert (place.previous, place.following.title, place.number) == (None, "Also", 1)


def test_lessons_right_in_a_course_stand_beside_its_modules_and_are_counted(cast, course):
    other = CoursePage.objects.get(slug="another")
    module = other.add_child(instance=ModulePage(title="In a module", slug="in"))
    module.add_child(instance=ReadingPage(title="Inside", slug="inside"))
    StepFactory(programme=cast.programme, code="another", page=other)
    shown = browser(cast.mei).get(other.url).context
    assert [one["page"].title for one in shown["own"]] == ["Elsewhere"]
    assert [(one["page"].title, len(one["lessons"])) for one in shown["modules"]] == [("In a module", 1)]
    assert (shown["total"], shown["resume"]["page"].title) == (2, "Elsewhere")
