"""A substantial change: marked by the author, in effect once published, said to whoever had finished, seen once."""

import datetime

import pytest
from wagtail.models import Locale, PageLogEntry

from courses.actions import complete_lesson
from courses.desk.actions import bring_into_effect, mark_changed
from courses.desk.changed import unread_changes
from courses.models import ChangedPage, ChangeSeen, LessonChange, LessonCompletion, RoomSessionPage
from tests.clock import on
from tests.factories.courses import ARRIVED, StepFactory, course_with_lessons, translated
from tests.reading import browser, words

LATER = ARRIVED + datetime.timedelta(days=3)
CHANGED = "Changed since you read it."


@pytest.fixture
def lesson(cast):
    book, lessons = course_with_lessons(cast.programme, lessons=2)
    StepFactory(programme=cast.programme, code="read", page=book)
    return lessons[0]


def mark(page, cast, note="The dose is another.", day=LATER):
    return mark_changed(page, note=note, by=cast.author, on=day)


def edited(page, title="Anew"):
    page.title = title
    return page.save_revision()


def read(user, page):
    return words(browser(user).get(page.url))


def test_who_finished_it_is_told_with_the_authors_sentence_and_who_did_not_is_not(cast, lesson):
    complete_lesson(cast.mei, lesson, on=ARRIVED)
    mark(lesson, cast)
    assert f"{CHANGED} The dose is another." in read(cast.mei, lesson)
    assert CHANGED not in read(cast.bo, lesson)


def test_the_list_of_the_course_marks_it_for_them_alone(cast, lesson):
    complete_lesson(cast.mei, lesson, on=ARRIVED)
    mark(lesson, cast)
    course = lesson.get_parent().get_parent()
    assert "Lesson 1 finished changed since you read it Lesson 2" in read(cast.mei, course)
    assert "changed since" not in read(cast.bo, course)


def test_a_session_in_a_room_stays_signed_off_and_its_change_can_be_read(cast, lesson):
    room = lesson.get_parent().add_child(instance=RoomSessionPage(title="Together", slug="together"))
    complete_lesson(cast.mei, room, on=ARRIVED)
    mei = browser(cast.mei)
    mark(room, cast)
    assert "I have read the change: go on" in words(mei.get(room.url))
    mei.post(room.url, {"done": "1"})
    assert CHANGED not in words(mei.get(room.url))
    browser(cast.bo).post(room.url, {"done": "1"})
    assert not LessonCompletion.objects.filter(learner=cast.bo).exists()


def test_going_on_from_the_change_is_kept_once_and_the_lesson_stays_finished(cast, lesson):
    complete_lesson(cast.mei, lesson, on=ARRIVED)
    mark(lesson, cast)
    mei = browser(cast.mei)
    assert "I have read the change: go on" in words(mei.get(lesson.url))
    for _ in range(2):
        mei.post(lesson.url, {"done": "1"})
    assert CHANGED not in words(mei.get(lesson.url))
    assert LessonCompletion.objects.get(learner=cast.mei).completed_on == ARRIVED
    assert ChangeSeen.objects.get().learner == cast.mei


def test_a_change_of_the_day_one_finished_counts_unless_one_finished_after_it(cast, lesson):
    complete_lesson(cast.mei, lesson, on=LATER)
    mark(lesson, cast, day=LATER)
    complete_lesson(cast.bo, lesson, on=LATER)
    assert unread_changes(cast.mei, [lesson]) == {lesson.pk: "The dose is another."}
    assert unread_changes(cast.bo, [lesson]) == {}


def test_a_change_before_one_began_is_none(cast, lesson):
    mark(lesson, cast, day=ARRIVED)
    complete_lesson(cast.mei, lesson, on=LATER)
    assert unread_changes(cast.mei, [lesson]) == {}


def test_what_is_marked_in_a_draft_holds_from_its_publication_and_no_earlier(cast, lesson):
    complete_lesson(cast.mei, lesson, on=ARRIVED)
    revision = edited(lesson)
    lesson.refresh_from_db()
    mark(lesson, cast)
    assert CHANGED not in read(cast.mei, lesson)
    with on(LATER):
        revision.publish()
    assert ChangedPage.objects.get().in_effect_on == LATER
    assert CHANGED in read(cast.mei, lesson)


def test_a_later_publication_that_nobody_marked_tells_nothing_anew(cast, lesson):
    complete_lesson(cast.mei, lesson, on=ARRIVED)
    mark(lesson, cast)
    complete_lesson(cast.mei, lesson, on=LATER)
    edited(lesson, "A comma").publish()
    assert unread_changes(cast.mei, [lesson]) == {}


def test_marked_twice_before_it_is_published_is_one_change_with_the_later_note(cast, lesson):
    edited(lesson)
    lesson.refresh_from_db()
    assert mark(lesson, cast, "First.") == mark(lesson, cast, "Second.")
    assert ChangedPage.objects.get().note == "Second."


def test_a_translation_gets_the_change_with_its_own_next_publication(cast, lesson):
    chinese = lesson.copy_for_translation(Locale.objects.get_or_create(language_code="zh-hans")[0], copy_parents=True)
    chinese.save_revision().publish()
    complete_lesson(cast.mei, lesson, on=ARRIVED)
    mark(lesson, cast)
    assert CHANGED in read(cast.mei, lesson)
    assert unread_changes(cast.mei, [chinese]) == {}
    chinese.save_revision().publish()
    assert unread_changes(cast.mei, [chinese]) == {chinese.pk: ""}
    # Whoever has read it in one language has read it.
    complete_lesson(cast.mei, lesson, on=LATER)
    assert unread_changes(cast.mei, [chinese]) == {}


def test_a_language_that_shows_the_source_tells_of_the_change_at_once(cast, lesson):
    shown = translated(lesson, "vi")
    complete_lesson(cast.mei, shown, on=ARRIVED)
    mark(lesson, cast)
    assert unread_changes(cast.mei, [shown]) == {shown.pk: "The dose is another."}


def test_publishing_twice_moves_nothing(cast, lesson):
    edited(lesson)
    lesson.refresh_from_db()
    mark(lesson, cast)
    assert bring_into_effect(lesson, on=LATER) == 1
    assert bring_into_effect(lesson, on=ARRIVED) == 0
    assert ChangedPage.objects.get().in_effect_on == LATER


def test_the_history_of_the_page_names_the_deed_and_erasing_takes_what_was_seen(cast, lesson):
    complete_lesson(cast.mei, lesson, on=ARRIVED)
    mark(lesson, cast)
    complete_lesson(cast.mei, lesson, on=LATER)
    assert PageLogEntry.objects.filter(page=lesson.pk, action="courses.mark_changed", user=cast.author).exists()
    ChangeSeen.objects.filter(learner=cast.mei).delete()
    assert LessonChange.objects.count() == 1
