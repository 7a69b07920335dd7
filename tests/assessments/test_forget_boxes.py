"""Ballots that wait for a fifth which can no longer come are dropped unopened."""

import datetime

import pytest

from assessments.actions.balloting import cast_ballot
from assessments.models import Ballot, BallotBox, Mark
from assessments.retention import forget_answers, forget_boxes
from config.tasks import keep_no_longer
from courses.actions import complete_step
from tests.factories.assessments import behaviour_questions, sitting
from tests.factories.courses import ARRIVED
from tests.factories.road import road

LATER = ARRIVED + datetime.timedelta(days=90)


@pytest.fixture
def steps(cast):
    return road(cast.programme)


def wait_in(cast, step):
    """Let Mei's ballot of a test wait in its box."""
    one = sitting(step.test, cast.enrolment_of(cast.mei))
    [question] = behaviour_questions(one.form, count=1)
    cast_ballot(one, {question.pk: "a"})
    return BallotBox.objects.get(test=step.test)


def test_while_somebody_may_still_come_it_waits(cast, steps):
    box = wait_in(cast, steps["intake"])
    assert forget_boxes(LATER) == 0
    box.refresh_from_db()
    assert box.count == 1


def test_when_everybody_has_handed_in_it_is_dropped_unopened(cast, steps):
    box = wait_in(cast, steps["intake"])
    complete_step(cast.enrolment_of(cast.mei), steps["intake"], on=ARRIVED)
    assert forget_boxes(LATER) == 1
    box.refresh_from_db()
    assert (box.count, box.sealed, Ballot.objects.count()) == (0, "", 0)
    assert forget_boxes(LATER) == 0


def test_a_test_without_a_last_day_ends_with_the_cohort(cast, steps):
    wait_in(cast, steps["intake"])
    cast.peers.ends_on = LATER
    cast.peers.save()
    assert forget_boxes(LATER) == 0
    assert forget_boxes(LATER + datetime.timedelta(days=1)) == 1


def test_without_an_end_of_the_cohort_thirteen_months_after_it_began(cast, steps):
    wait_in(cast, steps["intake"])
    assert forget_boxes(datetime.date(2027, 4, 2)) == 0
    assert forget_boxes(datetime.date(2027, 4, 3)) == 1


def test_the_follow_up_ends_for_each_in_their_own_time(cast, steps):
    complete_step(cast.enrolment_of(cast.mei), steps["intake"], on=ARRIVED)
    wait_in(cast, steps["follow-up"])
    closes = datetime.date(2026, 6, 2) + datetime.timedelta(days=60)
    assert forget_boxes(ARRIVED) == forget_boxes(closes) == 0
    assert forget_boxes(closes + datetime.timedelta(days=1)) == 1


def test_the_exam_ends_with_the_year(cast, steps):
    wait_in(cast, steps["exam"])
    assert forget_boxes(datetime.date(2026, 12, 31)) == 0
    assert forget_boxes(datetime.date(2027, 1, 1)) == 1


def test_the_daily_job_does_it(cast, steps):
    wait_in(cast, steps["intake"])
    complete_step(cast.enrolment_of(cast.mei), steps["intake"], on=ARRIVED)
    assert keep_no_longer()["boxes"] == 1


def test_marks_go_with_the_answers(cast, steps):
    one = sitting(steps["exam"].test, cast.enrolment_of(cast.mei), right=3, submitted_on=datetime.date(2026, 12, 5))
    Mark.objects.create(sitting=one, item=one.form.items.first(), points=1, marked_on=ARRIVED)
    forget_answers(datetime.date(2028, 1, 5))
    assert Mark.objects.exists()
    forget_answers(datetime.date(2028, 1, 6))
    assert not Mark.objects.exists()
