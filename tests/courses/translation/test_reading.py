"""A learner changes language and keeps what is finished; what is not translated yet is marked as English."""

import re

import pytest
from django.utils.translation import override

from courses.models import Completion, LessonCompletion
from courses.translation.keeping import keep
from courses.translation.reading import foreign_parts
from tests.courses.translation.conftest import set_blocks
from tests.factories.courses import StepFactory, course_with_lessons, translated
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
CHANGED = "The English text of this page has changed"
MIXED = "Not all of this page is translated yet."


@pytest.fixture
def mei(desk, cast):
    """A learner whose first step is the course of the lesson."""
    StepFactory(programme=cast.programme, code="read", page=desk.lesson.get_parent().get_parent())
    return browser(cast.mei)


def english_parts(answer):
    return re.findall(r'<(?:div|h1) lang="en">(.*?)</(?:div|h1)>', answer.content.decode(), re.DOTALL)


def test_progress_follows_the_translation_key(desk, cast, mei):
    other = course_with_lessons(cast.programme, lessons=2, slug="two")[1]
    step = StepFactory(programme=cast.programme, code="two", page=other[0].get_parent().get_parent())
    first, second = translated(other[0], "zh-hans"), translated(other[1], "my")
    mei.post(first.get_url(), {"done": "1"})
    assert LessonCompletion.objects.get().lesson_key == other[0].translation_key
    shown = mei.get(other[0].get_url())
    assert "You have finished this lesson." in words(shown)
    assert "1 of 2 lessons finished." in words(mei.get(step.page.get_url()))
    mei.post(second.get_url(), {"done": "1"})
    assert Completion.objects.get().step == step


def test_a_mirror_says_throughout_that_it_is_english(desk, mei):
    mirror = translated(desk.lesson, "my")
    answer = mei.get(mirror.get_url())
    assert '<article class="prose" lang="en">' in answer.content.decode()
    assert english_parts(answer) == []


def test_what_is_not_translated_is_marked_block_by_block(desk, mei):
    page = desk.in_chinese("第一课", "先看呼吸。")
    answer = mei.get(page.get_url())
    parts = english_parts(answer)
    assert len(parts) == 2 and "Call for help." in parts[0] and "And now?" in parts[1]
    assert "先看呼吸。" not in "".join(parts)
    assert '<article class="prose">' in answer.content.decode()


def test_an_untranslated_title_is_marked_too(desk, mei):
    page = desk.in_chinese("Lesson 1", "先看呼吸。")
    assert "Lesson 1" in english_parts(mei.get(page.get_url()))[0]


def test_a_reader_is_told_that_the_source_has_changed(desk, mei):
    page = desk.in_chinese("第一课", "先看呼吸。")
    keep(page)
    before = mei.get(page.get_url()).context["foreign"]
    assert before.is_mixed and not before.is_outdated
    set_blocks(desk.lesson, ["Breath comes first, always."])
    desk.lesson.save_revision().publish()
    assert mei.get(page.get_url()).context["foreign"].is_outdated
    assert not mei.get(desk.lesson.get_url()).context["foreign"].is_outdated


def test_the_two_sentences_stand_in_the_reader_s_language(desk, mei):
    page = desk.in_chinese("第一课", "先看呼吸。")
    keep(page)
    set_blocks(desk.lesson, ["Breath comes first, always."])
    desk.lesson.save_revision().publish()
    said = words(mei.get(page.get_url()))
    assert MIXED not in said and CHANGED not in said and "英文" in said


def test_it_costs_two_queries_and_nothing_in_the_language_of_the_source(desk, django_assert_num_queries):
    page = desk.in_chinese("第一课", "先看呼吸。")
    with override("zh-hans"), django_assert_num_queries(2):
        foreign_parts(page)
    with override("en"), django_assert_num_queries(0):
        foreign_parts(desk.lesson)
    mirror = translated(desk.lesson, "vi")
    with override("vi"), django_assert_num_queries(0):
        foreign_parts(mirror)
