"""Before five are together no byte of the database's files holds an answer; twenty at once lose none."""

from pathlib import Path

import pytest
from django.db import connection

from assessments.actions.balloting import cast_ballot
from assessments.models import Ballot, BallotBox
from tests.committed.test_races import race
from tests.factories.assessments import StepTestFactory, behaviour_questions, sitting
from tests.factories.courses import EnrolmentFactory

AT_ONCE = 20
SECRET = "shared-needle-zq7x"
pytestmark = pytest.mark.django_db(transaction=True)


def files() -> bytes:
    """Return all bytes of the database's files, its log included."""
    name = Path(connection.settings_dict["NAME"])
    return b"".join(path.read_bytes() for path in name.parent.glob(f"{name.name}*"))


@pytest.fixture
def asked(cast):
    """Twenty-five peers in the middle of a test, and the question of its ballot."""
    test = StepTestFactory(step__programme=cast.programme)
    [question] = behaviour_questions(test.instrument.forms.get(letter="A"), count=1)
    return [sitting(test, EnrolmentFactory(cohort=cast.peers)) for _ in range(25)], question.pk


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the files of PostgreSQL are its own")
def test_no_byte_of_an_answer_before_five_are_together(asked):
    sittings, question = asked
    for one in sittings[:4]:
        cast_ballot(one, {question: SECRET})
    assert BallotBox.objects.get().count == 4
    assert SECRET.encode() not in files()
    cast_ballot(sittings[4], {question: SECRET})
    assert Ballot.objects.filter(answer=SECRET).count() == 5
    assert SECRET.encode() in files()  # the search itself can find it


def test_twenty_at_once_lose_none(asked):
    sittings, question = asked
    told = race(*(lambda one=one, at=at: cast_ballot(one, {question: f"{at}"}) for at, one in enumerate(sittings[:20])))
    assert told == [True] * AT_ONCE
    assert sorted(Ballot.objects.values_list("answer", flat=True), key=int) == [str(at) for at in range(AT_ONCE)]
    assert BallotBox.objects.get().count == 0


def test_one_ballot_sent_twenty_times_counts_once(asked):
    sittings, question = asked
    told = race(*[lambda: cast_ballot(sittings[0], {question: "a"})] * AT_ONCE)
    assert sum(told) == BallotBox.objects.get().count == 1
