"""The learner's page: what is done, what is now, what opens when, what was missed."""

import datetime

import pytest
from django.core.cache import cache

from certificates.models import Award
from courses.models import ProgrammePage
from tests.clock import on
from tests.factories.certificates import certificate, complete
from tests.factories.courses import ARRIVED, EnrolmentFactory, StepFactory, programme_page, translated
from tests.factories.road import road
from tests.reading import browser, links, queries, words


@pytest.fixture
def steps(cast):
    return road(cast.programme)


@pytest.fixture
def mei(cast):
    return cast.enrolment_of(cast.mei)


def page(user, day=ARRIVED, language="en"):
    with on(day):
        return browser(user).get(f"/{language}/me/")


def later(days):
    return ARRIVED + datetime.timedelta(days=days)


def test_on_the_first_day_three_things_are_open_and_the_first_one_is_now(cast, steps):
    answer = page(cast.mei)
    assert answer.status_code == 200
    assert "0 of 7 steps are done, 3 open now, 4 to come later." in words(answer)
    assert "Now: Read one book" in words(answer)
    assert steps["read"].page.url in links(answer)


def test_what_waits_says_for_what(cast, steps):
    assert "Opens after: First test, when you arrive." in words(page(cast.mei))


def test_what_is_done_says_when(cast, mei, steps):
    complete(mei, steps["read"], steps["intake"])
    said = words(page(cast.mei))
    assert "2 of 7 steps are done" in said
    assert "Done 2 March." in said


def test_after_the_first_test_the_second_one_has_a_day(cast, mei, steps):
    complete(mei, steps["intake"])
    said = words(page(cast.mei, later(83)))
    assert "Opens 2 June, in 9 days." in said
    assert "What opens when" in said
    assert "1 December – 31 December" in said


def test_while_the_second_test_is_open_it_is_now(cast, mei, steps):
    complete(mei, steps["intake"])
    said = words(page(cast.mei, later(92)))
    assert "Now: Second test, three months later" in said
    assert "Open until 1 August." in said


def test_a_second_test_that_was_missed_says_so_and_what_to_do(cast, mei, steps):
    complete(mei, steps["intake"])
    said = words(page(cast.mei, later(200)))
    assert "It closed on 1 August. Ask your trainer what is possible." in said
    assert "1 of 7 steps are done, 3 open now, 2 to come later. 1 was missed." in said


def test_while_nothing_was_missed_nothing_is_said_of_it(cast, mei, steps):
    assert "missed" not in words(page(cast.mei))


def test_in_december_the_exam_is_open(cast, steps):
    said = words(page(cast.mei, datetime.date(2026, 12, 5)))
    assert "Now: December exam" in said
    assert "Open until 31 December." in said


def test_an_award_says_how_far_it_is_and_then_leads_to_the_certificate(cast, mei, steps):
    assert "5 steps to go" in words(page(cast.mei))
    complete(mei, *(steps[code] for code in ("read", "questionnaire", "intake", "course", "end")))
    assert "Earned; it will be here in a moment." in words(page(cast.mei))
    held = certificate(Award.objects.get(slug="course"), cast.mei)
    assert f"/en/certificates/{held.pk}/" in links(page(cast.mei))


def test_when_all_is_done_it_says_so(cast, mei, steps):
    complete(mei, *steps.values())
    assert "All steps are done" in words(page(cast.mei))


def test_when_nothing_is_open_it_says_where_the_days_stand(cast, mei, steps):
    complete(mei, *(steps[code] for code in ("read", "questionnaire", "intake", "course", "end")))
    assert "Nothing to do today" in words(page(cast.mei))


def test_the_pages_of_two_learners_have_nothing_in_common(cast, mei, steps):
    complete(mei, steps["read"])
    said = words(page(cast.bo))
    assert "0 of 7 steps are done" in said
    assert "mei-7kq" not in said
    assert "Lotus" not in said


def test_it_speaks_chinese(cast, mei, steps):
    complete(mei, steps["intake"])
    said = words(page(cast.mei, later(200), language="zh-hans"))
    assert "mei-7kq，Lotus小组" in said
    assert "错过了1步。" in said


def test_somebody_without_a_programme_is_told_how_to_enter_one(cast):
    assert "You are in no programme yet." in words(page(cast.hua))


def test_a_trainer_finds_the_cohorts_she_looks_after(cast):
    assert f"/en/cohorts/{cast.peers.pk}/" in links(page(cast.lan))
    assert f"/en/cohorts/{cast.peers.pk}/" not in links(page(cast.hua))


def test_she_reads_the_programmes_title_in_her_language(cast):
    chinese = translated(programme_page(cast.programme), "zh-hans")
    ProgrammePage.objects.filter(pk=chinese.pk).update(title="健康与安全")
    assert "健康与安全，同伴教育骨干" in words(page(cast.lan, language="zh-hans"))
    assert "Health and safety, Backbone peers" in words(page(cast.lan))


def test_a_visitor_signs_in_and_others_are_led_to_their_language(cast, client):
    assert client.get("/en/me/").url.startswith("/accounts/login/")
    assert client.get("/me/").url.startswith("/accounts/login/")
    assert browser(cast.mei).get("/me/").url == "/en/me/"


def test_it_costs_the_same_with_seven_steps_and_with_thirty_more(cast, steps, mei):
    cache.clear()
    complete(mei, steps["read"], steps["intake"])
    client = browser(cast.mei)
    before = queries(client, "/en/me/")
    for _ in range(30):
        complete(mei, StepFactory(programme=cast.programme, page=steps["read"].page))
    EnrolmentFactory.create_batch(5, cohort=cast.peers)
    assert queries(client, "/en/me/") == before
