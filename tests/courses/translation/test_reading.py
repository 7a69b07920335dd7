"""A learner changes language and keeps what is finished, and is told where a translation is old."""

import re

import pytest

from courses.models import Completion, LessonCompletion
from courses.translation.keeping import keep
from courses.translation.reading import is_outdated
from tests.courses.translation.conftest import set_blocks
from tests.factories.courses import StepFactory, course_with_lessons, translated
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
CHANGED = "The English text of this page has changed"


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
    answer = mei.get(translated(desk.lesson, "my").get_url())
    assert '<article class="prose" lang="en">' in answer.content.decode()


def test_a_self_check_that_is_not_translated_is_marked_like_every_other_block(desk, mei):
    answer = mei.get(desk.in_chinese("第一课", "先看呼吸。").get_url())
    parts = re.findall(r'<div lang="en">(.*?)</div>', answer.content.decode(), re.DOTALL)
    assert len(parts) == 2 and "Call for help." in parts[0] and "And now?" in parts[1]


@pytest.fixture
def changed(desk):
    """A Chinese lesson whose source was published with another key message."""
    page = desk.in_chinese("第一课", "先看呼吸。")
    keep(page)
    set_blocks(desk.lesson, ["Breath comes first, always."])
    desk.lesson.save_revision().publish()
    return page


def test_a_reader_is_told_in_their_language_that_the_source_has_changed(desk, mei, changed):
    said = words(mei.get(changed.get_url()))
    assert "英文原文有改动" in said and CHANGED not in said
    assert CHANGED not in words(mei.get(desk.lesson.get_url()))


def test_nothing_is_said_while_it_has_not(desk, mei):
    page = desk.in_chinese("第一课", "先看呼吸。")
    keep(page)
    assert "英文原文有改动" not in words(mei.get(page.get_url()))


def test_it_costs_a_query_and_nothing_in_the_language_of_the_source(desk, changed, django_assert_num_queries):
    mirror = translated(desk.lesson, "vi")
    pages = [type(one).objects.select_related("locale").get(pk=one.pk) for one in (changed, desk.lesson, mirror)]
    for page, cost in zip(pages, (1, 0, 0), strict=True):
        with django_assert_num_queries(cost):
            is_outdated(page)
