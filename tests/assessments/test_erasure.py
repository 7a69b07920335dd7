"""What tests keep of somebody who erased the account: points and a month, and no way back by room, paper or time."""

import datetime

import pytest
from django.utils import timezone

from assessments.actions import accept_late, give_extra_time, save_answer
from assessments.models import ExtraTime, Score, Sitting
from people.erasure import erase
from tests.factories.assessments import RoomFactory, sitting
from tests.factories.courses import ARRIVED


@pytest.fixture
def gone(cast, intake):
    """Mei sat in a room, on a paper of her own, with late answers that were accepted; then she erased the account."""
    room = RoomFactory(cohort=cast.peers, test=intake, opened_by=cast.lan)
    made = sitting(intake, cast.enrolment_of(cast.mei), right=2, room=room, seed=7, ends_at=timezone.now())
    Sitting.objects.update(paper=[item.pk for item in made.form.items.all()])
    made.refresh_from_db()
    late = made.ends_at + datetime.timedelta(minutes=2)
    save_answer(made, made.form.items.last(), "a", sequence=9, come_back=False, at=late)
    accept_late(made, by=cast.lan, at=late)
    give_extra_time(cast.enrolment_of(cast.mei), 20, by=cast.lan)
    erase(cast.mei)
    return made


def test_the_points_of_every_version_stay(gone):
    assert list(Score.objects.order_by("version").values_list("points", flat=True)) == [2, 3]


def test_nothing_of_the_room_the_paper_and_the_time_is_left(gone):
    left = Sitting.objects.get()
    assert left.pk != gone.pk
    assert (left.room, left.seed, left.paper, left.ending, left.ends_at) == (None, 0, [], "", None)
    assert not left.late_accepted
    assert left.submitted_on.day == 1
    assert not left.responses.exists()
    assert not ExtraTime.objects.exists()


def test_a_sitting_that_was_open_goes(cast, intake):
    sitting(intake, cast.enrolment_of(cast.mei), right=2)
    theirs = sitting(intake, cast.enrolment_of(cast.bo), right=2, submitted_on=ARRIVED)
    erase(cast.mei)
    assert list(Sitting.objects.all()) == [theirs]
