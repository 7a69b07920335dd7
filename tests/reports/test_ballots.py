"""Figures of blind ballots: from ten on, rounded, for every audience as for protected people."""

import pytest

from assessments.models import Ballot
from reports.ballots import ballot_lines
from reports.choices import Population
from tests.factories.assessments import StepTestFactory, behaviour_questions
from tests.factories.courses import CohortFactory


@pytest.fixture
def store(cast):
    """Store so many ballots of a cohort with these answers to one question."""
    test = StepTestFactory(step__programme=cast.programme)
    [question] = behaviour_questions(test.instrument.forms.get(letter="A"), count=1)

    def put(cohort, **answers):
        Ballot.objects.bulk_create(
            Ballot(cohort=cohort, test=test, question=question, answer=answer)
            for answer, count in answers.items()
            for _ in range(count)
        )

    return put


def lines(cast, population=Population.REAL, **given):
    return ballot_lines(cast.programme, population, **given)


def test_of_fewer_than_ten_nothing_is_shown(cast, store):
    store(cast.peers, a=5, b=4)
    [line] = lines(cast)
    assert (line.audience, line.wave, line.question) == ("backbone", "INTAKE", "Habit 0")
    assert {one.reason for one in line.shares.values()} == {"fewer-than-10"}
    assert {one.percent for one in line.shares.values()} == {None}


def test_from_ten_on_shares_come_from_rounded_counts_whoever_it_is(cast, store):
    for cohort in (cast.peers, cast.workers):
        store(cohort, a=27, b=13, c=2)
    for line in lines(cast):
        a, b, c = (line.shares[one] for one in "abc")
        assert (a.n, a.count, a.about, int(a.percent)) == (40, 25, True, 63)
        assert (b.count, int(b.percent)) == (15, 38)
        assert (c.count, c.bound.kind, c.bound.number) == (None, "at-most", 4)


def test_cohorts_of_one_audience_are_put_together(cast, store):
    other = CohortFactory(programme=cast.programme, audience=cast.peers.audience)
    store(cast.peers, a=6)
    store(other, a=3, b=6)
    [line] = lines(cast)
    assert line.shares["a"].n == 15


def test_classes_that_are_left_out_are_left_out(cast, store):
    store(cast.peers, a=20)
    assert lines(cast, without=["protected"]) == []


def test_synthetic_ballots_are_never_mixed_in(cast, store, django_assert_num_queries):
    synthetic = CohortFactory(programme=cast.programme, audience=cast.peers.audience, is_synthetic=True)
    store(synthetic, a=20)
    with django_assert_num_queries(1):
        assert lines(cast) == []
    assert len(lines(cast, Population.SYNTHETIC)) == 1
