"""The template lays out three ones, two tests and one exam, once."""

import pytest

from assessments.models import StepTest
from courses.models import Step
from courses.plan_checks import Trouble
from courses.plan_facts import faults_of
from tests.factories.assessments import instrument
from tests.factories.courses import ProgrammeFactory
from tests.reading import browser, words


@pytest.fixture
def programme(db):
    return ProgrammeFactory(slug="backbone")


def test_it_lays_out_six_steps_with_their_tests(planner, programme):
    instrument()
    address = f"/cms/programme/template/{programme.pk}/"
    assert "Lay out the six steps" in words(planner.get(address))
    answer = planner.post(address, {"material": "knowledge"})
    assert answer.url == f"/cms/programme/edit/{programme.pk}/"
    kinds = Step.objects.filter(programme=programme).current().values_list("kind", flat=True)
    assert list(kinds) == ["TEST", "READ", "QUESTIONNAIRE", "WATCH", "TEST", "EXAM"]
    waves = dict(StepTest.objects.values_list("step__code", "wave"))
    assert waves == {"intake": "INTAKE", "follow-up": "FOLLOW_UP", "exam": "ANNUAL"}
    assert {one.trouble for one in faults_of(programme)} == {Trouble.NO_PAGE}


def test_tests_may_be_chosen_later(planner, programme):
    planner.post(f"/cms/programme/template/{programme.pk}/", {"material": ""})
    assert not StepTest.objects.exists()
    assert {one.trouble for one in faults_of(programme)} == {Trouble.NO_PAGE, Trouble.NO_TEST}


def test_a_repeat_changes_nothing(planner, programme):
    for _ in range(2):
        page = planner.post(f"/cms/programme/template/{programme.pk}/", {"material": ""}, follow=True)
    assert "the template was not used" in words(page)
    assert Step.objects.count() == 6


def test_questions_that_are_not_there_are_refused(planner, programme):
    page = planner.post(f"/cms/programme/template/{programme.pk}/", {"material": "nothing"})
    assert page.status_code == 422
    assert not Step.objects.exists()


def test_strangers_lay_out_nothing(cast, programme):
    for user in (cast.hua, cast.mei, cast.lead):
        assert browser(user).post(f"/cms/programme/template/{programme.pk}/", {}).status_code in {302, 403, 404}
    assert not Step.objects.exists()
