"""What a dry run of a regrade says of certificates: which become due, which stand all the same."""

from collections import Counter

import pytest

from assessments.actions.regrading import apply_regrade, impact
from assessments.consequences import Consequence
from assessments.rescoring import Change
from certificates.models import Certificate
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.certificates import award, certificate, complete
from tests.factories.courses import ARRIVED, StepFactory

DUE = "Certificates that become due"
STAND = "Certificates that stand although the mark is no longer reached"


@pytest.fixture
def exam(cast):
    return StepTestFactory(step__programme=cast.programme, step__kind="EXAM", step__pass_mark=60, wave="ANNUAL")


@pytest.fixture
def change(exam):
    """Whoever had two of four right then has three, and the other way round."""
    return Change.of_key(exam.instrument.forms.get(letter="A").items.get(position=3).question, "b")


def test_a_certificate_becomes_due_where_nothing_else_is_missing(cast, exam, change):
    read = StepFactory(programme=cast.programme)
    award([read, exam.step])
    for learner in (cast.mei, cast.ying):
        sitting(exam, cast.enrolment_of(learner), right=2, submitted_on=ARRIVED)
    assert impact(change).consequences == Counter()
    complete(cast.enrolment_of(cast.mei), read)
    assert impact(change).consequences == {Consequence(DUE, True): 1}
    assert not Certificate.objects.exists()


def test_one_that_is_held_is_not_due_again(cast, exam, change):
    sitting(exam, cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED)
    certificate(award([exam.step]), cast.mei)
    assert impact(change).consequences == Counter()


def test_one_that_was_issued_stands_and_is_counted(cast, exam, change):
    sitting(exam, cast.enrolment_of(cast.ying), right=3, submitted_on=ARRIVED)
    held = certificate(award([exam.step]), cast.ying)
    assert impact(change).consequences == {Consequence(STAND, False): 1}
    apply_regrade(change, reason="Wrong key", by=cast.author, on=ARRIVED)
    assert Certificate.objects.get() == held
    held.refresh_from_db()
    assert held.state == "ISSUED"


def test_two_attempts_make_one_certificate_due(cast, exam, change):
    award([exam.step])
    for number in (1, 2):
        sitting(exam, cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED, number=number)
    assert impact(change).consequences == {Consequence(DUE, True): 1}
