"""The code of a room, who may enter one by it or look into it, and what is seen there: never an answer."""

import datetime
import hmac
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from assessments.choices import Ending, SittingState, Timing
from assessments.models import Response, Room, Sitting, StepTest
from courses.models import Cohort, Enrolment
from courses.permissions import cohorts_led_by
from people.codes import derived_code, normalised_code

ROOM_PURPOSE = "room"
ROOM_LENGTH = 6
HALF = 3


def room_code(room: Room) -> str:
    """Return the code of a room: derived from its id, so that it is stored nowhere and can be shown again."""
    return derived_code(settings.CODE_KEY, ROOM_PURPOSE, str(room.pk), ROOM_LENGTH)


def read_aloud(code: str) -> str:
    """Return a code in two halves, as it is projected and read aloud."""
    return f"{code[:HALF]} {code[HALF:]}"


def find_room(enrolment: Enrolment, test: StepTest, typed: str) -> Room | None:
    """Return the open room of the learner's own cohort whose code was typed, else None; why is not told apart."""
    room: Room | None = Room.objects.open().filter(cohort=enrolment.cohort_id, test=test).first()
    fits = room is not None and hmac.compare_digest(room_code(room), normalised_code(typed))
    return room if fits else None


def rooms_led_by(user: Any) -> QuerySet[Room]:
    """Return the rooms of cohorts of which the account is a trainer; never a protected one for police."""
    found = Room.objects.filter(cohort__in=cohorts_led_by(user))
    return found.select_related("cohort", "test__step")


def supervised_tests(cohort: Cohort) -> QuerySet[StepTest]:
    """Return the tests a room can be opened for."""
    found = StepTest.objects.filter(step__programme=cohort.programme_id, is_supervised=True)
    return found.select_related("step").order_by("step__sort_order")


@dataclass(frozen=True)
class Seat:
    """One person in a room: on which question, how many are saved, since when; how it ended, and what came late."""

    sitting: UUID
    handle: str
    is_synthetic: bool
    position: int | None
    count: int
    saved: int
    saved_at: datetime.datetime | None
    is_open: bool
    ending: str
    late: int
    late_accepted: bool

    @property
    def can_be_accepted(self) -> bool:
        """Tell whether there is something late that does not count yet."""
        return bool(self.late) and not self.late_accepted and self.ending in {"", Ending.TIME_UP}


def seats(room: Room) -> list[Seat]:
    """Return who is in a room, by handle; one query, however many. Whoever erased the account is not there."""
    newest = Response.objects.filter(sitting=OuterRef("pk")).order_by("-saved_at", "-pk")
    late = Q(responses__timing=Timing.LATE)
    rows = (
        Sitting.objects.filter(room=room, enrolment__learner__isnull=False)
        .select_related("enrolment__learner")
        .annotate(
            last_item=Subquery(newest.values("item")[:1]),
            last_at=Subquery(newest.values("saved_at")[:1]),
            saved=Count("responses__item", filter=~late, distinct=True),
            late=Count("responses__item", filter=late, distinct=True),
        )
        .order_by("enrolment__learner__handle", "number")
    )
    return [_seat(row) for row in rows]


def _seat(row: Sitting) -> Seat:
    learner, found = row.enrolment.learner, row.last_item
    return Seat(
        sitting=row.pk,
        handle=learner.handle if learner else "",
        is_synthetic=bool(learner and learner.is_synthetic),
        position=row.paper.index(found) + 1 if found in row.paper else None,
        count=len(row.paper),
        saved=row.saved,
        saved_at=row.last_at,
        is_open=row.state == SittingState.OPEN,
        ending=row.ending,
        late=row.late,
        late_accepted=row.late_accepted,
    )
