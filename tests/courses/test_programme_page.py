"""The public page of a programme: what it asks, what it gives, how one joins."""

import datetime

import pytest

from courses.models import Cohort
from tests.factories.courses import StepFactory, course_with_lessons, programme_page, translated
from tests.reading import browser, forms, links, words


@pytest.fixture
def page(cast):
    made = programme_page(cast.programme)
    StepFactory(programme=cast.programme, kind="READ", sort_order=1)
    intake = StepFactory(programme=cast.programme, kind="TEST", code="intake", sort_order=2)
    StepFactory(programme=cast.programme, kind="TEST", opening="OFFSET", after=intake, offset_months=3, sort_order=3)
    StepFactory(
        programme=cast.programme, kind="EXAM", opening="YEARLY", window_from="12-01", window_to="12-31", sort_order=4
    )
    return made


def test_a_visitor_reads_for_whom_what_it_asks_and_what_it_gives(page, client):
    answer = client.get(page.url)
    assert answer.status_code == 200
    for told in ("For all", "Health and safety", "One", "Two", "Time", "A sheet"):
        assert told in words(answer)


def test_its_steps_stand_in_order_with_the_second_test_three_months_later(page, client):
    said = words(client.get(page.url))
    order = [
        said.index(told) for told in ("Read one book", "Take a test", "3 months after the first test", "once a year")
    ]
    assert order == sorted(order)


def test_in_chinese_the_brackets_are_chinese(page, client):
    said = words(client.get(translated(page, "zh-hans").url))
    assert "参加测验（第一次测验后3个月）" in said
    assert "参加考试（每年一次）" in said


def test_without_an_open_cohort_one_joins_with_a_card(page, client):
    answer = client.get(page.url)
    assert "/en/join/" in links(answer)
    assert not [form for form in forms(answer) if "/join/open/" in (form["action"] or "")]


def test_an_open_cohort_is_joined_from_here(cast, page, client):
    Cohort.objects.filter(pk=cast.workers.pk).update(is_open=True)
    actions = [form["action"] for form in forms(client.get(page.url))]
    assert f"/en/join/open/{cast.workers.pk}/" in actions


def test_a_protected_cohort_is_never_offered_not_even_when_opened_by_mistake(cast, page, client):
    Cohort.objects.filter(pk=cast.peers.pk).update(is_open=True)
    body = client.get(page.url).content.decode()
    assert str(cast.peers.pk) not in body
    assert "Lotus" not in body


def test_an_open_cohort_that_has_ended_is_not_offered(cast, page, client):
    Cohort.objects.filter(pk=cast.workers.pk).update(is_open=True, ends_on=datetime.date(2026, 4, 1))
    assert str(cast.workers.pk) not in client.get(page.url).content.decode()


def test_a_sample_lesson_can_be_read(cast, page, client):
    _course, lessons = course_with_lessons(cast.programme, lessons=1)
    lessons[0].is_sample = True
    lessons[0].save()
    page.sample = lessons[0]
    page.save()
    assert lessons[0].url in links(client.get(page.url))


def test_a_page_not_yet_translated_says_in_which_language_it_is(page, client):
    vietnamese = translated(page, "vi")
    answer = client.get(vietnamese.url)
    assert answer.status_code == 200
    assert 'lang="en"' in answer.content.decode()


def test_it_names_nobody(cast, page):
    for one in (None, cast.mei, cast.bo):
        said = words(browser(one).get(page.url))
        assert not {"mei-7kq", "bo-x2m", "lan", "Lotus", "River"} & set(said.split())
