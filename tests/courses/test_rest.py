"""A page that is translated in parts says so, and every part says which language it is in."""

import pytest

from courses.models import ProgrammePage, ReadingPage
from courses.rests import Rest, rest_of
from tests.factories.courses import StepFactory, course_with_lessons, translated
from tests.reading import browser, words

SAID = "Some of this page is not translated yet and stands in"


@pytest.fixture
def lesson(cast):
    course, lessons = course_with_lessons(cast.programme, lessons=1)
    StepFactory(programme=cast.programme, code="read", page=course)
    return lessons[0]


@pytest.fixture
def in_vietnamese(lesson):
    """The lesson as the loader writes it with a title and a key message in Vietnamese: all else is English."""
    page = translated(lesson, "vi")
    raw = [dict(one) for one in ReadingPage.objects.get(pk=lesson.pk).body.raw_data]
    raw[0]["value"] = "Hơi thở là trước hết."
    page.alias_of, page.title, page.body = None, "Bài một", raw
    page.save()
    return ReadingPage.objects.get(pk=page.pk)


def test_what_is_not_translated_names_its_language(cast, in_vietnamese):
    body = browser(cast.mei).get(in_vietnamese.url).content.decode()
    assert "<h1>Bài một</h1>" in body
    assert '<p class="key"' in body and '<div lang="en"><p class="key"' not in body
    assert '<div lang="en"><p>Call for help.</p></div>' in " ".join(body.split()).replace("> <", "><")


def test_it_is_said_once_in_words(cast, in_vietnamese):
    # The Vietnamese catalogue is empty: the sentence itself is still English.
    assert words(browser(cast.mei).get(in_vietnamese.url)).count(SAID) == 1


def test_nothing_is_said_in_english_or_where_the_english_page_is_shown(cast, lesson):
    mei = browser(cast.mei)
    assert SAID not in words(mei.get(lesson.url))
    assert SAID not in words(mei.get(translated(lesson, "my").url))
    assert rest_of(lesson, "title") == Rest()


def test_a_lesson_that_shares_its_sources_alone_is_translated(in_vietnamese):
    raw = [dict(one) for one in in_vietnamese.body.raw_data]
    sources = {"type": "sources", "value": [{"type": "item", "value": {"text": "WHO"}, "id": "1"}], "id": "s"}
    english = in_vietnamese.get_translations().get(locale__language_code="en").specific
    english.body = [*(dict(one) for one in english.body.raw_data), sources]
    english.save()
    in_vietnamese.body = [*({**one, "value": "Khác"} for one in raw[:2]), sources]
    in_vietnamese.save()
    rest = rest_of(ReadingPage.objects.get(pk=in_vietnamese.pk), "title")
    assert (rest.blocks, rest.is_worth_saying) == (frozenset({"s"}), False)


def test_the_page_of_a_programme_with_a_title_alone(cast, lesson, client):
    page = translated(lesson, "vi").get_ancestors().type(ProgrammePage).get().specific
    page.alias_of, page.title = None, "Sức khỏe và an toàn"
    page.save()
    body = " ".join(client.get(page.url).content.decode().split())
    assert SAID in words(client.get(page.url))
    assert "<h1>Sức khỏe và an toàn</h1>" in body and '<p lang="en">Time</p>' in body


def test_it_costs_one_query(in_vietnamese, django_assert_num_queries):
    assert in_vietnamese.locale.language_code == "vi"
    with django_assert_num_queries(1):
        rest_of(in_vietnamese, "title", "objectives")
