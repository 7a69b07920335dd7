"""A room: opened once, closed once, and what came late counts only for whoever opened it."""

import datetime

import pytest
from django.utils import timezone

from assessments.actions import (
    NotOpenerError,
    NotSupervisedError,
    RoomNeededError,
    SittingClosedError,
    accept_late,
    close_room,
    open_room,
    save_answer,
    start_sitting,
)
from assessments.models import Response, Room, Score, Sitting
from assessments.rooms import seats
from assessments.tasks import submit_expired
from courses.models import Completion
from people.choices import Deed
from people.models import StaffAction
from tests.factories.assessments import StepTestFactory
from tests.factories.courses import EnrolmentFactory

NOW = timezone.now()


@pytest.fixture
def test(cast):
    return StepTestFactory(step__programme=cast.programme, is_supervised=True, minutes=30, step__pass_mark=75)


@pytest.fixture
def room(cast, test):
    return open_room(cast.peers, test, by=cast.lan, at=NOW)


@pytest.fixture
def seated(cast, test, room):
    """Mei sits in the room and has answered two of four questions right."""
    made = start_sitting(cast.enrolment_of(cast.mei), test, language="en", at=NOW, room=room)
    answer(made, 0, NOW)
    answer(made, 1, NOW)
    return made


def answer(made, at, moment, value="a", sequence=1):
    item = made.form.items.get(pk=made.paper[at])
    return save_answer(made, item, value, sequence=sequence, come_back=False, at=moment)


def deeds():
    return list(StaffAction.objects.values_list("deed", "about"))


def test_opening_again_gives_the_same_room_and_one_line_in_the_audit(cast, test, room):
    assert open_room(cast.peers, test, by=cast.lan, at=NOW) == room
    assert deeds() == [(Deed.OPENED_ROOM, "Lotus")]


def test_no_room_is_opened_for_a_test_that_is_not_supervised_or_of_another_programme(cast, test):
    plain = StepTestFactory(step__programme=cast.programme, step__code="end")
    with pytest.raises(NotSupervisedError):
        open_room(cast.peers, plain, by=cast.lan, at=NOW)
    with pytest.raises(NotSupervisedError):
        open_room(EnrolmentFactory().cohort, test, by=cast.lan, at=NOW)
    assert not Room.objects.exists()


def test_closing_hands_in_what_is_saved_and_says_so_once(cast, room, seated):
    assert [close_room(room, by=cast.lan, at=NOW) for _ in range(3)] == [True, False, False]
    seated.refresh_from_db()
    assert (seated.state, seated.ending, seated.submitted_on) == ("SUBMITTED", "ROOM_CLOSED", timezone.localdate(NOW))
    assert Score.objects.get().points == 2
    assert deeds().count((Deed.CLOSED_ROOM, "Lotus")) == 1


def test_whoever_handed_in_before_keeps_it_and_a_sitting_elsewhere_is_left_alone(cast, test, room, seated):
    Sitting.objects.update(state="SUBMITTED", submitted_on=timezone.localdate(), ending="HANDED_IN")
    elsewhere = open_room(cast.police, test, by=cast.lan, at=NOW)
    bo = start_sitting(cast.enrolment_of(cast.bo), test, language="en", at=NOW, room=elsewhere)
    close_room(room, by=cast.lan, at=NOW)
    seated.refresh_from_db()
    bo.refresh_from_db()
    assert (seated.ending, bo.state) == ("HANDED_IN", "OPEN")


def test_a_closed_room_lets_nobody_in(cast, test, room):
    close_room(room, by=cast.lan, at=NOW)
    with pytest.raises(RoomNeededError):
        start_sitting(cast.enrolment_of(cast.mei), test, language="en", at=NOW, room=room)


def test_a_room_nobody_closed_ends_after_a_day(cast, room, seated):
    Room.objects.update(opened_at=timezone.now() - datetime.timedelta(hours=25))
    Sitting.objects.update(ends_at=None)
    assert submit_expired() == 1
    assert Sitting.objects.get().ending == "ROOM_CLOSED"


@pytest.fixture
def late(seated):
    """The line was down: the third right answer came two minutes after the end."""
    answer(seated, 2, seated.ends_at + datetime.timedelta(minutes=2))
    return seated


def accept(late, by):
    fresh = Sitting.objects.select_related("room__cohort", "test__step", "enrolment").get(pk=late.pk)
    return accept_late(fresh, by=by, at=late.ends_at + datetime.timedelta(minutes=3))


def test_accepting_adds_a_version_once_and_passes_who_passes_with_it(cast, late):
    assert [accept(late, cast.lan), accept(late, cast.lan)] == [True, False]
    assert list(Score.objects.order_by("version").values_list("version", "points")) == [(1, 2), (2, 3)]
    assert [score.points for score in Score.objects.standing()] == [3]
    assert Completion.objects.get().step == late.test.step
    assert deeds().count((Deed.ACCEPTED_LATE, "Lotus")) == 1
    assert "mei" not in str(list(StaffAction.objects.values()))


def test_after_it_nothing_later_is_taken(cast, late):
    accept(late, cast.lan)
    with pytest.raises(SittingClosedError):
        answer(late, 3, late.ends_at + datetime.timedelta(minutes=4))
    assert Response.objects.count() == 3


@pytest.mark.parametrize("name", ["hua", "bo", "mei", "lead"])
def test_nobody_else_accepts(cast, late, name):
    with pytest.raises(NotOpenerError):
        accept(late, getattr(cast, name))
    assert not Score.objects.filter(version=2).exists()


def test_without_a_late_answer_there_is_nothing_to_accept(cast, seated):
    assert accept(seated, cast.lan) is False


def test_a_seat_says_where_somebody_is_and_never_what_was_answered(cast, room, late):
    (seat,) = seats(room)
    assert (seat.handle, seat.position, seat.saved, seat.count, seat.late) == ("mei-7kq", 3, 2, 4, 1)
    assert seat.can_be_accepted
    assert not hasattr(seat, "answer")
