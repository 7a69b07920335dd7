"""A gain report after a regrade: the newest scores; lengths that differ are told kindly, never put together."""

import pytest

from assessments.actions.regrading import apply_regrade
from assessments.models import StepTest
from assessments.rescoring import Change
from reports.choices import Population
from reports.measures import MixedInstrumentsError, measure
from tests.factories.assessments import sitting
from tests.factories.courses import EnrolmentFactory
from tests.factories.reports import A_DAY, programme_with_waves
from tests.reading import words


@pytest.fixture
def programme(cast):
    """A first test that two people sat, one on each form: 20 questions, ten right."""
    made = programme_with_waves(waves=("INTAKE",), slug="twenty-questions")
    test = StepTest.objects.get(step__programme=made)
    for letter in "AB":
        sitting(test, EnrolmentFactory(cohort__programme=made), form=letter, right=10, submitted_on=A_DAY)
    return made


def first_item(programme):
    return StepTest.objects.get(step__programme=programme).instrument.forms.get(letter="A").items.first()


def apply(cast, change):
    apply_regrade(change, reason="It was wrong.", by=cast.author, on=A_DAY)


def test_the_newest_scores_are_counted(cast, programme):
    apply(cast, Change.of_key(first_item(programme).question, "b"))
    found = measure(programme, Population.REAL)
    assert [one.wave("INTAKE").points for one in found.audiences] == [18]


def test_dropped_from_every_form_it_is_counted_with_one_point_less(cast, programme):
    apply(cast, Change.drop(first_item(programme).question))
    found = measure(programme, Population.REAL)
    assert (found.max_points, [one.wave("INTAKE").points for one in found.audiences]) == (19, [18])


def test_dropped_from_one_form_a_lead_is_told_why_there_is_no_report(cast, staff, programme):
    apply(cast, Change.drop(first_item(programme).question, first_item(programme).pk))
    with pytest.raises(MixedInstrumentsError):
        measure(programme, Population.REAL)
    answer = staff(cast.lead).get(f"/cms/reports/gains/{programme.slug}/?people=real")
    assert answer.status_code == 409
    assert "a question was dropped after people had answered it" in words(answer)
