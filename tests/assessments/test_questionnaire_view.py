"""The questionnaire: kept once, never scored, seen by nobody else."""

import pytest

from assessments.models import QuestionnaireResponse, Score
from courses.models import Completion
from tests.factories.assessments import questionnaire
from tests.reading import browser, form_with, words


@pytest.fixture
def page(cast):
    return questionnaire(cast.programme)


def names(client, page):
    return sorted(
        name for name in form_with(client.get(page.url), "csrfmiddlewaretoken")["names"] if name.startswith("q")
    )


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


def test_it_shows_every_statement_in_the_readers_language(mei, page):
    assert all(f"Statement {number}" in words(mei.get(page.url)) for number in (1, 2, 3))
    assert len(names(mei, page)) == 3


def test_all_answers_are_kept_and_the_step_is_done(cast, mei, page):
    sent = dict(zip(names(mei, page), ["1", "3", "5"], strict=True))
    assert mei.post(page.url, sent).url == "/me/"
    kept = QuestionnaireResponse.objects.filter(enrolment=cast.enrolment_of(cast.mei))
    assert sorted(kept.values_list("degree", flat=True)) == [1, 3, 5]
    assert Completion.objects.get().step.code == "questionnaire"
    assert not Score.objects.exists()


def test_an_incomplete_sheet_loses_nothing_and_keeps_nothing(mei, page):
    first, second, _third = names(mei, page)
    answer = mei.post(page.url, {first: "2", second: "4"})
    assert answer.status_code == 422
    assert "Not kept yet" in words(answer)
    held = form_with(answer, first)["data"]
    assert (held[first], held[second]) == ("2", "4")
    assert not QuestionnaireResponse.objects.exists()
    assert not Completion.objects.exists()


@pytest.mark.parametrize("degree", ["0", "6", "-1", "x", "3.0", "၃", "9" * 5000])
def test_a_degree_that_is_not_offered_is_refused(mei, page, degree):
    first, second, third = names(mei, page)
    assert mei.post(page.url, {first: degree, second: "1", third: "1"}).status_code == 422
    assert not QuestionnaireResponse.objects.exists()


def test_a_repeat_changes_nothing(cast, mei, page):
    fields = names(mei, page)
    mei.post(page.url, dict.fromkeys(fields, "1"))
    mei.post(page.url, dict.fromkeys(fields, "5"))
    assert set(QuestionnaireResponse.objects.values_list("degree", flat=True)) == {1}
    assert Completion.objects.count() == 1


def test_what_one_answered_is_shown_to_nobody_else(cast, mei, page):
    fields = names(mei, page)
    mei.post(page.url, dict.fromkeys(fields, "4"))
    assert not set(fields) & set(form_with(browser(cast.bo).get(page.url), fields[0])["data"])


def test_a_stranger_finds_nothing_and_a_visitor_signs_in(cast, page, client):
    cast.enrolment_of(cast.bo).delete()
    assert browser(cast.bo).get(page.url).status_code == 404
    assert browser(cast.bo).post(page.url, {}).status_code == 404
    assert client.get(page.url).url.startswith("/accounts/login/")


def test_staff_may_read_it_and_keep_nothing(cast, page):
    lan = browser(cast.lan)
    fields = names(lan, page)
    assert lan.get(page.url).status_code == 200
    lan.post(page.url, dict.fromkeys(fields, "3"))
    assert not QuestionnaireResponse.objects.exists()


def test_the_page_costs_the_same_for_one_statement_and_for_thirty(cast, django_assert_max_num_queries):
    page = questionnaire(cast.programme, statements=30)
    mei = browser(cast.mei)
    mei.get(page.url)
    with django_assert_max_num_queries(25):
        mei.get(page.url)
