"""What an edition keeps of a test: the pass mark and the forms that a learner joined with."""

import pytest
from django.utils import timezone

from assessments.actions import start_sitting
from assessments.models import TestForm
from assessments.offers import offer_of
from courses.actions import current_edition, enrol
from courses.models import Step
from tests.factories.assessments import StepTestFactory, publish
from tests.factories.courses import ARRIVED
from tests.factories.people import UserFactory


@pytest.fixture
def intake(cast):
    return StepTestFactory(step__programme=cast.programme, step__pass_mark=50)


def join(cast):
    return enrol(UserFactory(audience=cast.workers.audience), cast.workers, code=None, on=ARRIVED)


def start(enrolment, test):
    return start_sitting(enrolment, test, language="en", at=timezone.now())


def test_a_sitting_has_the_pass_mark_of_its_learners_edition(cast, intake):
    before = join(cast)
    Step.objects.filter(pk=intake.step_id).update(pass_mark=80)
    intake.step.refresh_from_db()
    assert [start(one, intake).pass_mark for one in (before, join(cast))] == [50, 80]
    assert start(cast.enrolment_of(cast.mei), intake).pass_mark == 80


def test_a_form_published_later_is_for_those_who_join_later(cast, intake):
    before = [join(cast) for _ in range(2)]
    new = TestForm.objects.create(instrument=intake.instrument, letter="C")
    new.items.set([])
    publish(new)
    after = join(cast)
    # Balance alone would give the third person C.
    drawn = [start(one, intake).form.letter for one in before]
    assert sorted(drawn) == ["A", "B"]
    assert start(after, intake).form.letter == "C"


def test_where_no_form_was_published_yet_those_of_the_present_are_given(cast, intake):
    TestForm.objects.update(published_at=None)
    early = join(cast)
    assert not offer_of(intake, early, None, timezone.now()).can_start
    for form in TestForm.objects.all():
        publish(form)
    assert start(early, intake).form.letter in "AB"


def test_a_form_makes_the_next_edition(cast, intake):
    first = current_edition(cast.programme, on=ARRIVED)
    assert first.parts["tests"] == {"intake": {"wave": "INTAKE", "instrument": "knowledge", "forms": ["A", "B"]}}
    publish(TestForm.objects.create(instrument=intake.instrument, letter="C"))
    assert current_edition(cast.programme, on=ARRIVED).number == 2
