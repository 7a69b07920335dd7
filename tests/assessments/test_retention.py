"""Answers are kept while somebody may need them; points stay."""

import datetime

import pytest

from assessments.models import Response, Score
from assessments.retention import forget_answers, forget_rooms
from courses.actions import give_extension
from courses.models import Step
from tests.clock import on
from tests.factories.assessments import RoomFactory, sitting
from tests.factories.road import road

INTAKE = datetime.date(2026, 3, 2)
# Three months later it opens, for 60 days; 30 days after that answers go.
CLOSES = datetime.date(2026, 6, 2) + datetime.timedelta(days=60)


@pytest.fixture
def steps(cast):
    return road(cast.programme)


def take(cast, step: Step, day):
    return sitting(step.test, cast.enrolment_of(cast.mei), right=3, submitted_on=day)


def answers(one):
    return Response.objects.filter(sitting=one).count()


def test_answers_go_thirty_days_after_the_follow_up_closed_for_this_person(cast, steps):
    intake = take(cast, steps["intake"], INTAKE)
    last = CLOSES + datetime.timedelta(days=30)
    assert forget_answers(last) == 0
    assert forget_answers(last + datetime.timedelta(days=1)) == 4
    assert answers(intake) == 0
    assert Score.objects.get(sitting=intake).by_topic
    assert forget_answers(last + datetime.timedelta(days=2)) == 0


def test_it_is_the_same_whether_the_follow_up_was_taken_or_not(cast, steps):
    take(cast, steps["intake"], INTAKE)
    taken = take(cast, steps["follow-up"], datetime.date(2026, 6, 3))
    assert forget_answers(CLOSES + datetime.timedelta(days=30)) == 0
    assert forget_answers(CLOSES + datetime.timedelta(days=31)) == 8
    assert answers(taken) == 0


def test_answers_of_the_exam_last_thirteen_months(cast, steps):
    exam = take(cast, steps["exam"], datetime.date(2026, 12, 5))
    assert forget_answers(datetime.date(2028, 1, 5)) == 0
    assert forget_answers(datetime.date(2028, 1, 6)) == 4
    assert answers(exam) == 0


def test_without_a_follow_up_they_last_as_long_as_an_exams(cast, steps):
    steps["follow-up"].test.delete()
    take(cast, steps["intake"], INTAKE)
    assert forget_answers(datetime.date(2027, 4, 2)) == 0
    assert forget_answers(datetime.date(2027, 4, 3)) == 4


def test_an_open_sitting_and_one_without_a_score_keep_their_answers(cast, steps):
    unfinished = sitting(steps["intake"].test, cast.enrolment_of(cast.mei), right=2)
    unscored = take(cast, steps["exam"], INTAKE)
    Score.objects.filter(sitting=unscored).delete()
    assert forget_answers(datetime.date(2030, 1, 1)) == 0
    assert (answers(unfinished), answers(unscored)) == (4, 4)


def test_the_periods_are_settings(cast, steps, settings):
    settings.RETENTION = settings.RETENTION | {"ANSWERS_DAYS": 5}
    take(cast, steps["intake"], INTAKE)
    assert forget_answers(CLOSES + datetime.timedelta(days=6)) == 4


def test_an_extension_keeps_the_answers_for_longer(cast, steps):
    take(cast, steps["intake"], INTAKE)
    longer = CLOSES + datetime.timedelta(days=20)
    give_extension(cast.enrolment_of(cast.mei), steps["follow-up"], opens_on=None, closes_on=longer, by=cast.lan)
    assert forget_answers(longer + datetime.timedelta(days=30)) == 0
    assert forget_answers(longer + datetime.timedelta(days=31)) == 4


def test_a_room_goes_a_month_after_it_was_closed_and_its_sittings_stay(cast, steps):
    with on(INTAKE) as moment:
        room = RoomFactory(cohort=cast.peers, test=steps["exam"].test, closed_at=moment)
    still_open = RoomFactory(cohort=cast.police, test=steps["exam"].test)
    made = sitting(steps["exam"].test, cast.enrolment_of(cast.mei), right=3, submitted_on=INTAKE)
    type(made).objects.update(room=room)
    assert forget_rooms(INTAKE + datetime.timedelta(days=30)) == 0
    assert [forget_rooms(INTAKE + datetime.timedelta(days=31)) for _ in range(2)] == [1, 0]
    made.refresh_from_db()
    assert made.room is None
    assert list(type(room).objects.all()) == [still_open]
