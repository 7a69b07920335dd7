"""The end of a sitting, on a real database with threads: it counts once, and no acknowledged answer misses the score."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from assessments.actions import SittingClosedError, hand_in, save_answer
from assessments.models import Response, Score, Sitting
from assessments.tasks import submit_expired
from courses.models import Completion
from tests.factories.assessments import StepTestFactory, sitting

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 50


def race(calls: list[Any]) -> list[Any]:
    """Do all at the same moment; return what each gave, None where the sitting was closed to it."""
    start = Barrier(len(calls))

    def run(call: Any) -> Any:
        try:
            start.wait()
            return call()
        except SittingClosedError:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


@pytest.fixture
def made(cast):
    return sitting(StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei), right=3)


def test_fifty_submits_at_once_count_once(made):
    seen = [Sitting.objects.select_related("test__step", "enrolment").get(pk=made.pk) for _ in range(AT_ONCE)]
    told = race([lambda one=one: hand_in(one, at=timezone.now()) for one in seen])
    assert sorted(told) == [False] * (AT_ONCE - 1) + [True]
    assert Score.objects.count() == Completion.objects.count() == 1


def test_the_button_and_the_clock_at_once_count_once(made):
    Sitting.objects.update(ends_at=timezone.now() - datetime.timedelta(seconds=61))
    made.refresh_from_db()
    told = race([submit_expired, lambda: hand_in(made, at=made.ends_at)] * 4)
    assert sum(told) == 1
    assert Score.objects.count() == 1
    assert Sitting.objects.get().ending in {"TIME_UP", "HANDED_IN"}


def test_an_answer_beside_the_end_is_in_the_score_or_is_not_said_to_be_saved(made):
    """The last question had no right answer yet; whoever is told "saved" finds it among the points."""
    item, at = made.form.items.last(), timezone.now()
    save = [lambda n=n: save_answer(made, item, "a", sequence=100 + n, come_back=False, at=at) for n in range(6)]
    told = race([*save, lambda: hand_in(made, at=at), *save])
    acknowledged = [one for one in told if one is not None and not isinstance(one, bool)]
    assert Score.objects.get().points == (4 if acknowledged else 3)
    assert bool(acknowledged) is Response.objects.filter(sequence__gte=100).exists()
