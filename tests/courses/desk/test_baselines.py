"""What is live without a revision is kept as one before the first draft; nothing else is."""

import pytest

from courses.models import ReadingPage
from tests.factories.courses import course_with_lessons, translated


@pytest.fixture
def lesson(cast):
    return course_with_lessons(cast.programme, lessons=1)[1][0]


def draft(page, title="Anew"):
    page.title = title
    page.save_revision()
    return ReadingPage.objects.get(pk=page.pk)


def test_the_live_text_is_the_first_revision_and_the_draft_the_second(cast, lesson):
    held = draft(lesson)
    assert held.live_revision.as_object().title == "Lesson 1"
    assert held.get_latest_revision_as_object().title == "Anew"
    assert held.has_unpublished_changes and held.title == "Lesson 1"


def test_the_next_draft_adds_none(cast, lesson):
    draft(draft(lesson), "Once more")
    assert lesson.revisions.count() == 3


def test_a_page_that_is_not_live_has_nothing_to_keep(cast, lesson):
    lesson.unpublish()
    lesson.refresh_from_db()
    assert draft(lesson).live_revision is None


def test_an_alias_that_becomes_a_page_of_its_own_begins_with_its_own_text(cast, lesson):
    page = ReadingPage.objects.get(pk=translated(lesson, "vi").pk)
    page.alias_of = None
    page.title = "Bài một"
    page.save_revision().publish()
    assert page.revisions.count() == 1
    assert ReadingPage.objects.get(pk=page.pk).title == "Bài một"
