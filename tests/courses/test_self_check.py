"""A self-check: answered on the server, never counted, and nothing but its own answers is taken."""

import pytest

from courses.models import LessonCompletion
from tests.factories.courses import StepFactory, course_with_lessons
from tests.reading import browser, form_with, words


@pytest.fixture
def lesson(cast):
    book, lessons = course_with_lessons(cast.programme, lessons=1)
    StepFactory(programme=cast.programme, code="read", page=book)
    return lessons[0]


@pytest.fixture
def answer(cast, lesson):
    mei = browser(cast.mei)
    check = form_with(mei.get(lesson.url), "option")["data"]["check"]
    return lambda option, check=check: mei.post(lesson.url, {"check": check, "option": option})


def test_the_page_does_not_give_the_answer_away(cast, lesson):
    page = browser(cast.mei).get(lesson.url)
    assert "Stay" in words(page)
    assert "Company is the safeguard." not in page.content.decode()
    assert "Somebody should stay." not in page.content.decode()


def test_a_right_answer_gets_its_sentence(answer):
    told = answer("0")
    assert told.status_code == 200
    assert "Right. Company is the safeguard." in words(told)
    assert "Somebody should stay." not in words(told)


def test_a_wrong_answer_gets_its_own(answer):
    assert "Not quite. Somebody should stay." in words(answer("1"))


def test_it_may_be_answered_again_and_nothing_is_kept(answer):
    assert "Not quite." in words(answer("1"))
    assert "Right." in words(answer("0"))
    assert not LessonCompletion.objects.exists()


@pytest.mark.parametrize("option", ["2", "-1", "", "x", "0.5", "²", "٣", "9" * 5000])
def test_an_answer_that_is_not_there_is_refused_in_a_sentence(answer, option):
    told = answer(option)
    assert told.status_code == 422
    assert "This answer is not one of the lesson’s." in words(told)
    assert "Company is the safeguard." not in words(told)


@pytest.mark.parametrize("check", ["", "another", "00000000-0000-0000-0000-000000000000"])
def test_a_check_that_is_not_there_is_refused_too(answer, check):
    assert answer("0", check=check).status_code == 422


def test_a_visitor_of_a_sample_may_try_it(lesson, client):
    lesson.is_sample = True
    lesson.save()
    check = form_with(client.get(lesson.url), "option")["data"]["check"]
    assert "Right." in words(client.post(lesson.url, {"check": check, "option": "0"}))
