"""Submitting a sitting: it counts once, with a score that the answers bear out."""

import datetime

import pytest
from django.db.models import Count
from django.utils import timezone

from assessments.actions import grade_of, hand_in, submit
from assessments.models import Score, Sitting
from courses.models import Completion
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.courses import ARRIVED


@pytest.fixture
def made(cast):
    return sitting(StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei), right=3)


def by_another_way(sitting):
    """Count right answers in the database, without the code that grades."""
    newest = {}
    for item, choice, key in sitting.responses.order_by("sequence").values_list(
        "item", "answer", "item__question__key"
    ):
        newest[item] = choice == key
    return sum(newest.values())


def test_the_first_call_does_it_and_says_so(made):
    assert submit(made, on=ARRIVED)
    made.refresh_from_db()
    assert (made.state, made.submitted_on) == ("SUBMITTED", ARRIVED)


def test_every_repeat_changes_nothing(made):
    stale = Sitting.objects.get(pk=made.pk)
    assert [submit(one, on=ARRIVED) for one in (made, made, stale)] == [True, False, False]
    assert Score.objects.count() == Completion.objects.count() == 1


def test_the_stored_score_is_what_the_answers_say(made):
    submit(made, on=ARRIVED)
    score = Score.objects.get()
    assert (score.points, score.max_points) == (3, 4)
    assert score.points == by_another_way(made) == grade_of(made).points
    assert sum(points for points, _most in score.by_topic.values()) == 3


@pytest.mark.parametrize("right", range(5))
def test_every_number_of_right_answers_is_stored_as_it_is(cast, right):
    test = StepTestFactory(step__programme=cast.programme)
    one = sitting(test, cast.enrolment_of(cast.bo), form="B", right=right, submitted_on=ARRIVED)
    assert Score.objects.get(sitting=one).points == by_another_way(one) == right


def test_without_a_pass_mark_taking_the_test_is_enough(cast):
    test = StepTestFactory(step__programme=cast.programme)
    sitting(test, cast.enrolment_of(cast.mei), right=0, submitted_on=ARRIVED)
    assert Completion.objects.get().step == test.step


@pytest.mark.parametrize(("right", "completed"), [(2, 0), (3, 1)])
def test_an_exam_below_its_pass_mark_completes_nothing(cast, right, completed):
    exam = StepTestFactory(step__programme=cast.programme, step__kind="EXAM", step__pass_mark=60, wave="ANNUAL")
    sitting(exam, cast.enrolment_of(cast.mei), right=right, submitted_on=ARRIVED)
    assert Completion.objects.count() == completed


def test_an_empty_sitting_can_be_submitted(cast):
    one = sitting(StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei))
    submit(one, on=ARRIVED)
    assert Score.objects.get().points == 0


def test_a_higher_score_version_stands_and_the_old_one_is_kept(made):
    submit(made, on=ARRIVED)
    Score.objects.create(sitting=made, version=2, points=4, max_points=4)
    assert [score.points for score in Score.objects.standing()] == [4]
    assert Score.objects.aggregate(all=Count("pk"))["all"] == 2


@pytest.mark.parametrize(
    ("seconds", "ending"), [(-1, "HANDED_IN"), (0, "HANDED_IN"), (60, "GRACE"), (61, "TIME_UP"), (None, "HANDED_IN")]
)
def test_how_it_ended_is_written_down(made, seconds, ending):
    now = timezone.now()
    made.ends_at = None if seconds is None else now - datetime.timedelta(seconds=seconds)
    made.save()
    assert [hand_in(made, at=now), hand_in(made, at=now + datetime.timedelta(hours=1))] == [True, False]
    made.refresh_from_db()
    assert made.ending == ending
