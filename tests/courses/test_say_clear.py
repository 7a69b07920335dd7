"""Was this clear? Counted once for each person, given out ten at a time, and nobody can be told from it."""

import uuid

import pytest

from courses.choices import Clearness
from courses.clearness import clearness_of, say_clear
from courses.models import ClearnessAsked, ClearnessCount
from people.erasure import erase
from tests.factories.courses import StepFactory, course_with_lessons
from tests.factories.people import UserFactory
from tests.reading import browser, form_with, words

KEY = uuid.UUID(int=7)


@pytest.fixture
def lesson(cast):
    course, lessons = course_with_lessons(cast.programme)
    StepFactory(programme=cast.programme, page=course)
    return lessons[0]


def crowd(cast, count, answer=Clearness.CLEAR, cohort="peers", **fields):
    audience = getattr(cast, cohort).audience
    return [say_clear(UserFactory(audience=audience, **fields), KEY, answer) for _ in range(count)]


def test_two_taps_and_it_is_counted(cast, lesson):
    mei = browser(cast.mei)
    form = form_with(mei.get(lesson.url), "clear")
    assert form["action"] == "#clear"
    page = mei.post(lesson.url, {"clear": "words"})
    assert "Thank you. It is counted without your name." in words(page)
    assert ClearnessCount.objects.get().answer == "words"


def test_each_person_counts_once_whatever_they_say_later(cast, lesson):
    mei = browser(cast.mei)
    mei.post(lesson.url, {"clear": "clear"})
    assert "You have said so before; each person counts once." in words(mei.post(lesson.url, {"clear": "long"}))
    assert [(one.answer, one.waiting) for one in ClearnessCount.objects.all()] == [("clear", 1)]


def test_an_answer_that_does_not_exist_is_named_and_nothing_is_counted(cast, lesson):
    answer = browser(cast.mei).post(lesson.url, {"clear": "lovely"})
    assert answer.status_code == 422
    assert "nothing was counted" in words(answer)
    assert not ClearnessAsked.objects.exists() and not ClearnessCount.objects.exists()


def test_it_finishes_no_lesson_and_a_visitor_is_not_asked(cast, lesson, client):
    browser(cast.mei).post(lesson.url, {"clear": "clear"})
    assert cast.mei.lesson_completions.count() == 0
    lesson.is_sample = True
    lesson.save()
    assert "Was this lesson clear?" not in words(client.get(lesson.url))
    client.post(lesson.url, {"clear": "clear"})
    assert ClearnessAsked.objects.count() == 1


def test_nothing_is_shown_below_ten_people(cast):
    crowd(cast, 9)
    assert clearness_of() == {}
    crowd(cast, 1, Clearness.LONG)
    assert clearness_of() == {KEY: {"clear": 9, "long": 1}}


def test_what_is_shown_changes_by_ten_people_or_not_at_all(cast):
    crowd(cast, 10)
    crowd(cast, 9, Clearness.WRONG)
    assert clearness_of() == {KEY: {"clear": 10}}
    crowd(cast, 1, Clearness.WRONG)
    assert clearness_of() == {KEY: {"clear": 10, "wrong": 10}}


def test_protected_people_wait_for_their_like(cast):
    crowd(cast, 9)
    crowd(cast, 9, cohort="workers")
    assert clearness_of() == {}
    crowd(cast, 1, cohort="workers")
    assert clearness_of(with_protected=False) == {KEY: {"clear": 10}}
    crowd(cast, 1)
    assert clearness_of() == {KEY: {"clear": 20}}
    assert clearness_of(with_protected=False) == {KEY: {"clear": 10}}


@pytest.mark.parametrize("field", ["is_demonstration", "is_synthetic"])
def test_nobodys_answer_is_taken_and_not_counted(cast, field):
    assert crowd(cast, 10, **{field: True}) == [True] * 10
    assert not ClearnessCount.objects.exists()


def test_the_count_knows_no_person_and_the_person_no_answer():
    counted = {field.name for field in ClearnessCount._meta.get_fields()}
    asked = {field.name for field in ClearnessAsked._meta.get_fields()}
    assert counted == {"id", "lesson_key", "is_protected", "answer", "waiting", "shown"}
    assert asked == {"id", "learner", "lesson_key"}


def test_who_erases_the_account_takes_the_mark_along_and_leaves_the_count(cast, lesson):
    browser(cast.mei).post(lesson.url, {"clear": "clear"})
    erase(cast.mei)
    assert not ClearnessAsked.objects.exists()
    assert ClearnessCount.objects.get().waiting == 1


def test_the_same_in_every_language(cast, lesson):
    assert say_clear(cast.mei, lesson.translation_key, Clearness.CLEAR)
    assert not say_clear(cast.mei, lesson.translation_key, Clearness.CLEAR)
