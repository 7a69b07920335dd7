"""Draft translation, or read by somebody of the field in a month: to staff, and in small to learners."""

import datetime

import pytest
from wagtail.models import Locale

from courses.actions import complete_lesson
from courses.desk.actions import mark_reviewed
from courses.desk.reviews import state_of
from courses.models import TextReview
from courses.rests import rest_of
from tests.factories.courses import ARRIVED, StepFactory, course_with_lessons, translated
from tests.reading import browser, links

MARCH = datetime.date(2026, 3, 1)


@pytest.fixture
def lesson(cast):
    book, lessons = course_with_lessons(cast.programme, lessons=1)
    StepFactory(programme=cast.programme, code="read", page=book)
    return lessons[0]


@pytest.fixture
def chinese(lesson):
    made = lesson.copy_for_translation(Locale.objects.get_or_create(language_code="zh-hans")[0], copy_parents=True)
    made.save_revision().publish()
    made.refresh_from_db()
    return made


def state(page):
    return state_of(page, rest_of(page).source)


def body(user, page):
    return browser(user).get(page.url).content.decode()


def test_a_translation_is_a_draft_and_says_so_beside_its_source(cast, lesson, chinese):
    answer = browser(cast.mei).get(chinese.url)
    assert "英语" in answer.content.decode() and "还没有" in answer.content.decode()
    assert lesson.url in links(answer)
    assert state(chinese).reviewed_in is None


def test_once_read_it_names_the_month(cast, chinese):
    assert mark_reviewed([chinese], month=datetime.date(2026, 3, 17), by=cast.author) == 1
    assert TextReview.objects.get().reviewed_in == MARCH
    assert state(chinese).reviewed_in == MARCH
    assert "2026年3月" in body(cast.mei, chinese)


def test_read_again_keeps_the_later_month_alone(cast, chinese):
    for month in (MARCH, datetime.date(2026, 5, 1)):
        mark_reviewed([chinese], month=month, by=cast.author)
    assert TextReview.objects.get().reviewed_in == datetime.date(2026, 5, 1)


def test_the_next_publication_is_a_draft_again(cast, chinese):
    mark_reviewed([chinese], month=MARCH, by=cast.author)
    chinese.save_revision().publish()
    chinese.refresh_from_db()
    assert state(chinese).reviewed_in is None


def test_a_page_that_was_loaded_keeps_its_review_when_a_draft_begins(cast, chinese):
    type(chinese).objects.filter(pk=chinese.pk).update(live_revision=None, latest_revision=None)
    chinese.refresh_from_db()
    mark_reviewed([chinese], month=MARCH, by=cast.author)
    chinese.save_revision()
    chinese.refresh_from_db()
    assert state(chinese).reviewed_in == MARCH


def test_a_draft_that_waits_takes_nothing_away(cast, chinese):
    mark_reviewed([chinese], month=MARCH, by=cast.author)
    chinese.save_revision()
    chinese.refresh_from_db()
    assert state(chinese).reviewed_in == MARCH


def test_the_source_and_a_page_that_shows_it_say_nothing(cast, lesson):
    shown = translated(lesson, "vi")
    assert state(lesson) is None
    assert state(shown) is None
    assert "Draft translation" not in body(cast.mei, lesson)


def test_a_lesson_first_written_in_chinese_is_no_translation(cast, lesson, chinese):
    lesson.delete()
    assert state(chinese) is None


def test_what_is_not_published_or_shows_another_page_cannot_have_been_read(cast, lesson):
    with pytest.raises(ValueError, match="Lesson 1"):
        mark_reviewed([translated(lesson, "vi")], month=MARCH, by=cast.author)
    lesson.unpublish()
    with pytest.raises(ValueError, match="Lesson 1"):
        mark_reviewed([lesson], month=MARCH, by=cast.author)
    assert not TextReview.objects.exists()


def test_finishing_the_translation_works_as_before(cast, chinese):
    assert [one.code for one in complete_lesson(cast.mei, chinese, on=ARRIVED)] == ["read"]
