"""Grading anew and marking at the same moment: every score gets each version once."""

import pytest

from assessments.actions.marking import mark_answer
from assessments.actions.regrading import apply_regrade
from assessments.models import Regrade, Score, Sitting
from assessments.rescoring import Change
from tests.committed.test_races import AT_ONCE, race
from tests.factories.assessments import StepTestFactory, open_question, sitting, written_sitting
from tests.factories.courses import ARRIVED

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_regrade_asked_for_several_times_at_once_is_done_once(cast):
    test = StepTestFactory(step__programme=cast.programme)
    sitting(test, cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED)
    change = Change.of_key(test.instrument.forms.get(letter="A").items.get(position=3).question, "b")
    told = race(*[lambda: apply_regrade(change, reason="Wrong", by=cast.author, on=ARRIVED).moved] * AT_ONCE)
    assert sorted(told) == [0] * (AT_ONCE - 1) + [1]
    assert Regrade.objects.count() == 1
    assert list(Score.objects.order_by("version").values_list("points", flat=True)) == [2, 3]


def test_a_mark_and_a_regrade_at_once_both_count(cast):
    test = StepTestFactory(step__programme=cast.programme)
    form = test.instrument.forms.get(letter="A")
    item = open_question(form)
    made = written_sitting(test, cast.enrolment_of(cast.ying), item, right=2)
    change = Change.of_key(form.items.get(position=3).question, "b")
    race(
        lambda: apply_regrade(change, reason="Wrong", by=cast.author, on=ARRIVED),
        lambda: mark_answer(Sitting.objects.get(pk=made.pk), item, 4, by=cast.hua, on=ARRIVED),
    )
    assert Score.objects.order_by("version").last().points == 7
    assert sorted(Score.objects.values_list("version", flat=True)) == [1, 2, 3]
