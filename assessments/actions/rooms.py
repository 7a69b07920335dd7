"""Rooms of supervised tests: a trainer opens one, closes it, and may accept what came late."""

import datetime

from django.db import transaction

from assessments.actions.handing_in import add_score, hand_in, hand_in_if_over
from assessments.choices import Ending, SittingState, Timing
from assessments.models import Room, Sitting, StepTest
from courses.models import Cohort
from people.audit import record
from people.choices import Deed
from people.models import User

# A room nobody closed ends after so long: its code lets nobody in any more.
LONGEST = datetime.timedelta(hours=24)


class NotSupervisedError(Exception):
    """The test is not sat in rooms, or is of another programme than the cohort."""


class NotOpenerError(Exception):
    """Only whoever opened the room has seen why an answer was late."""


@transaction.atomic
def open_room(cohort: Cohort, test: StepTest, *, by: User, at: datetime.datetime) -> Room:
    """Open a room for a cohort's supervised test, or return the one that is open. Raises NotSupervisedError."""
    if not test.is_supervised or test.step.programme_id != cohort.programme_id:
        raise NotSupervisedError
    room: Room
    room, made = Room.objects.get_or_create(
        cohort=cohort, test=test, closed_at__isnull=True, defaults={"opened_by": by, "opened_at": at}
    )
    if made:
        record(by, Deed.OPENED_ROOM, cohort)
    return room


def close_room(room: Room, *, by: User, at: datetime.datetime) -> bool:
    """Close a room and hand in what is still open in it; True for whoever did it, False for every repeat.

    First the room: from then on nobody starts and no answer is saved. Then each sitting in a transaction of its own,
    after its last saved answer; should the process end in between, the worker goes on.
    """
    with transaction.atomic():
        closed = Room.objects.filter(pk=room.pk, closed_at__isnull=True).update(closed_at=at)
        if closed:
            record(by, Deed.CLOSED_ROOM, room.cohort)
    left = room.sittings.filter(state=SittingState.OPEN) if closed else Sitting.objects.none()
    for sitting in left.select_related("test__step", "enrolment", "room"):
        hand_in(sitting, at=at)
    return bool(closed)


def close_forgotten(at: datetime.datetime) -> int:
    """Close rooms that have been open for a day; return how many. What is open in them is handed in by the worker."""
    return int(Room.objects.open().filter(opened_at__lt=at - LONGEST).update(closed_at=at))


@transaction.atomic
def accept_late(sitting: Sitting, *, by: User, at: datetime.datetime) -> bool:
    """Let the late answers of a sitting count, in a new version of its score; True for whoever did it, False after.

    No later answer is taken from then on. Raises NotOpenerError for anybody but whoever opened the room.
    """
    if sitting.room is None or sitting.room.opened_by_id != by.pk:
        raise NotOpenerError
    if not hand_in_if_over(sitting, at=at) or not sitting.responses.filter(timing=Timing.LATE).exists():
        return False
    moved = Sitting.objects.filter(
        pk=sitting.pk, state=SittingState.SUBMITTED, ending=Ending.TIME_UP, late_accepted=False
    ).update(late_accepted=True)
    if not moved:
        return False
    sitting.refresh_from_db(fields=["late_accepted", "state", "ending", "submitted_on"])
    add_score(sitting, on=sitting.submitted_on)
    record(by, Deed.ACCEPTED_LATE, sitting.room.cohort)
    return True
