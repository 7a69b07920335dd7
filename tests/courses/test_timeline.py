"""The plan as a timeline for a day of arrival."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.laying import TEMPLATE
from courses.models import Step
from courses.plan_checks import StepFacts, rules
from courses.timeline import Moment, timeline
from tests.factories.courses import ProgrammeFactory, StepFactory
from tests.reading import words

INTAKE = datetime.date(2026, 12, 28)
TEMPLATE_FACTS = [
    StepFacts(row.code, row.kind, row.opening, after=row.after, **{k: v for k, v in row.more if k != "pass_mark"})
    for row in TEMPLATE
]


def test_the_template_for_somebody_who_arrives_at_the_end_of_december():
    found = {one.code: (str(one.opens_on), str(one.closes_on)) for one in timeline(rules(TEMPLATE_FACTS), INTAKE)}
    assert found == {
        "intake": ("2026-12-28", "None"),
        "read": ("2026-12-28", "None"),
        "questionnaire": ("2026-12-28", "None"),
        "watch": ("2026-12-28", "None"),
        "follow-up": ("2027-03-28", "2027-04-11"),
        "exam": ("2026-12-28", "2026-12-31"),
    }


@given(st.dates(min_value=datetime.date(2000, 1, 1), max_value=datetime.date(2090, 1, 1)))
def test_the_template_is_finished_within_a_year_of_any_day(intake):
    moments = timeline(rules(TEMPLATE_FACTS), intake)
    assert all(one.opens_on and (one.opens_on - intake).days <= 366 for one in moments)


def test_what_never_opens_says_so():
    found = timeline(rules([StepFacts("a", "TEST", "AFTER_STEP", after="nowhere")]), INTAKE)
    assert found == [Moment("a")]
    assert found[0].days_after(INTAKE) is None


@pytest.fixture
def programme(db):
    made = ProgrammeFactory(name="Backbone")
    first = StepFactory(programme=made, code="intake", kind="TEST", sort_order=0)
    StepFactory(
        programme=made,
        code="later",
        kind="TEST",
        opening="OFFSET",
        after=first,
        offset_days=10,
        open_days=5,
        sort_order=1,
    )
    return made


def test_the_author_sees_it_for_a_day(planner, programme):
    said = words(planner.get(f"/cms/programme/timeline/{programme.pk}/?intake=2026-12-28"))
    assert "later Take a test 7 January 2027 10 12 January 2027" in said
    assert "“intake” has no test yet." in said


def test_a_day_that_is_none_is_said(planner, programme):
    page = planner.get(f"/cms/programme/timeline/{programme.pk}/?intake=soon")
    assert page.status_code == 422
    assert "Enter a valid date." in words(page)


def test_a_plan_that_is_broken_has_no_timeline_but_a_reason(planner, programme):
    Step.objects.filter(code="later").update(opening="YEARLY", window_from="13-01", window_to="13-02")
    page = planner.get(f"/cms/programme/timeline/{programme.pk}/")
    assert page.status_code == 200
    assert "a day that no year has" in words(page)


def test_strangers_see_none(cast, client, programme):
    client.force_login(cast.mei)
    assert client.get(f"/cms/programme/timeline/{programme.pk}/").status_code in {302, 403, 404}


def test_a_programme_that_is_not_there(planner):
    assert planner.get("/cms/programme/timeline/999/", follow=True).status_code == 404
