"""Pages are found by their address in one query, and what is not found so is left to Wagtail."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.addresses import address_of, page_at
from courses.models import CoursePage, ReadingPage
from tests.factories.courses import ProgrammeFactory, course_with_lessons, translated


@pytest.fixture
def lesson(db):
    return course_with_lessons(ProgrammeFactory(slug="anshan"))[1][0]


def test_it_takes_one_query_and_gives_the_page_as_its_own_type(lesson):
    with CaptureQueriesContext(connection) as captured:
        found = page_at("anshan/book/one/lesson-1/", "en")
        assert (found.body[0].value, found.locale.language_code, found.alias_of) == ("Breath comes first.", "en", None)
    assert len(captured) == 1
    assert type(found) is ReadingPage
    assert found == lesson


def test_there_and_back(lesson):
    assert address_of(lesson, "en") == lesson.url


@pytest.mark.parametrize(
    "path",
    ["", "/", "anshan/book/one/", "book/one/lesson-1/", "anshan/book/one/lesson-9/", "x/anshan/book/one/lesson-1/"],
)
def test_only_the_whole_path_is_it(lesson, path):
    assert page_at(path, "en") != lesson


def test_a_page_that_is_not_published_is_not_found(lesson):
    lesson.unpublish()
    assert page_at("anshan/book/one/lesson-1/", "en") is None


def test_each_language_has_its_own(lesson):
    assert page_at("anshan/book/one/lesson-1/", "vi") is None
    chinese = translated(lesson, "zh-hans")
    found = page_at("anshan/book/one/lesson-1/", "zh-hans")
    assert found == chinese
    assert found.alias_of.locale.language_code == "en"


def test_two_pages_at_one_path_are_left_to_wagtail(lesson):
    course = CoursePage.objects.get()
    # A second tree beside the home page: no reader's address leads there.
    other = course.get_root().add_child(instance=CoursePage(title="Kept aside", slug="aside"))
    lesson.get_parent().get_parent().get_parent().copy(to=other, recursive=True, copy_revisions=False)
    assert page_at("anshan/book/one/lesson-1/", "en") is None


@pytest.mark.parametrize("address", ["/en/anshan/", "/en/nothing/here/", "/vi/anshan/"])
def test_what_is_public_and_what_is_not_there_answer_as_before(lesson, client, address):
    assert (
        client.get(address).status_code == {"/en/anshan/": 200, "/en/nothing/here/": 404, "/vi/anshan/": 200}[address]
    )
