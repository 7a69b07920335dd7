"""An answer costs few statements, and the load harness counts them as they are."""

import pytest

from assessments.models import Response
from people.models import User
from tests.load.counting import answer_once, statements_of
from tests.load.ground import make_ground

GOAL = 5


@pytest.mark.django_db
def test_an_answer_costs_few_statements_however_many_there_are():
    made = make_ground(1, questions=5)
    save = answer_once(made.test, User.objects.get(handle="load-0"))
    first = statements_of(save)
    for _ in range(10):
        assert save() == 200
    assert len(statements_of(save)) == len(first)
    assert len(first) - count_of_savepoints(first) <= GOAL
    assert Response.objects.filter(sitting__test=made.test).count() == 14


def count_of_savepoints(found: list[str]) -> int:
    """A test is in a transaction, so what is a transaction elsewhere is a savepoint here, and its release."""
    return sum("SAVEPOINT" in one for one in found)
