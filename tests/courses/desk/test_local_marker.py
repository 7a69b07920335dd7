"""A local marker in a lesson: what to check, and below it what holds in the reader's country, if the owner has stated it."""

import datetime

import pytest

from courses.models import GuidePage, LocalRule, PlaceCountry
from tests.factories.courses import StepFactory, course_with_lessons
from tests.reading import browser, queries, words

MARKER = [("key", "Breath."), ("local", {"topic": "naloxone", "text": "Who may hold it?"})]


@pytest.fixture
def lesson(cast):
    book, lessons = course_with_lessons(cast.programme, lessons=1)
    StepFactory(programme=cast.programme, code="read", page=book)
    lessons[0].body = MARKER
    lessons[0].save()
    return lessons[0]


@pytest.fixture
def rule(db):
    PlaceCountry.objects.create(organisation=None, country="CN")
    return LocalRule.objects.create(
        country="CN",
        topic="naloxone",
        language="en",
        text="On **prescription** only.",
        source="Drug Administration Law, 2019",
        checked_in=datetime.date(2026, 3, 1),
    )


def test_the_rule_stands_below_the_marker_with_its_source_and_month(cast, lesson, rule):
    said = words(browser(cast.mei).get(lesson.url))
    assert "Who may hold it? China On prescription only. Drug Administration Law, 2019" in said
    assert "checked in March 2026" in said


def test_without_a_rule_the_marker_stands_alone(cast, lesson):
    said = words(browser(cast.mei).get(lesson.url))
    assert "Check your local law and protocol" in said and "checked in" not in said


def test_a_rule_of_another_country_is_not_shown(cast, lesson, rule):
    PlaceCountry.objects.update(country="VN")
    assert "On prescription only." not in words(browser(cast.mei).get(lesson.url))


def test_a_visitor_of_a_sample_reads_the_rule_of_the_site(cast, lesson, rule):
    lesson.is_sample = True
    lesson.save()
    assert "On prescription only." in words(browser().get(lesson.url))


def test_what_an_owner_types_stays_text(cast, lesson, rule):
    LocalRule.objects.update(text="<script>alert(1)</script>")
    assert "<script>alert(1)" not in browser(cast.mei).get(lesson.url).content.decode()


def test_a_guide_shows_it_too(cast, rule):
    page = cast.programme.pages.first() or course_with_lessons(cast.programme)[0].get_parent()
    guide = page.add_child(instance=GuidePage(title="How to teach it", slug="guide", body=MARKER))
    assert "On prescription only." in words(browser(cast.author).get(guide.url))
    request = browser(cast.author).get("/en/").wsgi_request
    assert "On prescription only." in words(guide.make_preview_request(request, "social-worker:en"))


def test_a_marker_costs_three_queries_and_a_lesson_without_one_none(cast, lesson, rule):
    mei = browser(cast.mei)
    with_marker = queries(mei, lesson.url)
    type(lesson).objects.filter(pk=lesson.pk).update(body=[("key", "Breath.")])
    assert with_marker - queries(mei, lesson.url) <= 3
