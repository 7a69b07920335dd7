"""Previews as each audience and in each language: what that reader would get, and nothing kept of looking."""

import pytest
from wagtail.models import Locale

from courses.models import LessonCompletion
from courses.pages.previews import Reader
from tests.factories.courses import course_with_lessons, home_page
from tests.reading import browser, words

LANGUAGES = 5


@pytest.fixture
def lesson(cast):
    _book, lessons = course_with_lessons(cast.programme, lessons=2)
    cast.programme.audiences.set([cast.peers.audience, cast.police.audience])
    return lessons[0]


def preview(page, mode, user):
    return page.make_preview_request(browser_request(user), mode)


def browser_request(user):
    client = browser(user)
    client.get("/en/")
    return client.get("/en/").wsgi_request


def test_there_is_one_for_each_audience_of_the_programme_and_a_visitor_in_each_language(cast, lesson):
    modes = dict(lesson.preview_modes)
    assert len(modes) == (2 + 1) * LANGUAGES
    assert next(iter(modes)) == "backbone:en" or next(iter(modes)) == "police:en"
    assert {"backbone:my", "police:zh-hans", "visitor:km"} <= set(modes)
    assert not [one for one in modes if one.startswith("social-worker")]


def test_outside_a_programme_all_audiences_are_offered(cast, lesson):
    cast.programme.audiences.clear()
    assert len(lesson.preview_modes) == (3 + 1) * LANGUAGES


def test_a_learner_of_an_audience_can_finish_and_a_visitor_reads_a_sample(cast, lesson):
    as_peer = words(preview(lesson, "backbone:en", cast.author))
    assert "I have read this: go on" in as_peer and "Staff pages" not in as_peer and "My page" in as_peer
    as_visitor = words(preview(lesson, "visitor:en", cast.author))
    assert "You are reading a sample." in as_visitor and "Sign in" in as_visitor
    assert not LessonCompletion.objects.exists()


def test_the_words_around_the_text_are_in_the_language_and_the_text_says_which_it_is(cast, lesson):
    body = preview(lesson, "visitor:zh-hans", cast.author).content.decode()
    assert '<html lang="zh-hans">' in body and 'class="prose" lang="en"' in body


def test_a_translation_is_shown_as_it_was_written_last(cast, lesson):
    chinese = lesson.copy_for_translation(Locale.objects.get_or_create(language_code="zh-hans")[0], copy_parents=True)
    chinese.title = "第一课"
    chinese.save_revision()
    assert "第一课" in preview(lesson, "police:zh-hans", cast.author).content.decode()
    assert "第一课" not in preview(lesson, "police:en", cast.author).content.decode()


def test_an_unknown_preview_is_the_first(cast, lesson):
    assert preview(lesson, "nobody:xx", cast.author).status_code == 200
    assert Reader.of("social-worker:zh-hans") == Reader("social-worker", "zh-hans")


@pytest.mark.parametrize("mode", ["police:zh-hans", "visitor:en"])
def test_course_module_and_programme_are_previewed_with_what_is_in_them(cast, lesson, mode):
    module = lesson.get_parent().specific
    course = module.get_parent().specific
    for page in (module, course):
        assert "Lesson 2" in preview(page, mode, cast.author).content.decode()
    assert "Two" in preview(course.get_parent().specific, mode, cast.author).content.decode()


def test_the_editor_offers_them_and_shows_what_is_typed(cast, lesson, client):
    home_page()
    answer = browser(cast.author).get(f"/cms/pages/{lesson.pk}/edit/preview/?mode=backbone:my")
    assert answer.status_code == 200
