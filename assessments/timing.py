"""What an answer or a hand-in is at a moment, and when a sitting ends. Pure: times in, verdicts out.

The one rule, in prose with worked examples: docs/rules/answers.md.
"""

import datetime
from dataclasses import dataclass
from enum import Enum, auto

from assessments.choices import Ending, Timing

# A phone's clock and a slow line are nobody's fault; this much later still counts, and is flagged.
GRACE = datetime.timedelta(seconds=60)
# For so long a late answer is kept; somebody may still accept it.
LATEST = datetime.timedelta(hours=24)


class Moment(Enum):
    """What a moment is to a sitting."""

    OPEN = auto()  # no time limit
    ON_TIME = auto()
    GRACE = auto()  # counts, flagged
    LATE = auto()  # kept, and counts only once it is accepted
    CLOSED = auto()


TIMINGS = {
    Moment.OPEN: Timing.ON_TIME,
    Moment.ON_TIME: Timing.ON_TIME,
    Moment.GRACE: Timing.GRACE,
    Moment.LATE: Timing.LATE,
}


@dataclass(frozen=True)
class Clock:
    """Of a sitting, what the rule looks at. `ending` is "" while it is open; None: no limit, no closed room."""

    ends_at: datetime.datetime | None = None
    ending: str = ""
    room_closed_at: datetime.datetime | None = None
    late_accepted: bool = False
    is_submitted: bool = False


def moment(clock: Clock, at: datetime.datetime) -> Moment:
    """Say what an answer is that arrives `at`."""
    if clock.is_submitted and clock.ending != Ending.TIME_UP:
        return Moment.CLOSED
    # Whoever accepts late answers has seen them: none may follow.
    if clock.late_accepted or _ended_by_room(clock):
        return Moment.CLOSED
    if clock.ends_at is None:
        return Moment.CLOSED if clock.is_submitted else Moment.OPEN
    if at > clock.ends_at + LATEST:
        return Moment.CLOSED
    if clock.is_submitted or at > clock.ends_at + GRACE:
        return Moment.LATE
    return Moment.ON_TIME if at <= clock.ends_at else Moment.GRACE


def ending_at(clock: Clock, at: datetime.datetime) -> Ending:
    """Say how an open sitting ends if it ends `at`: handed in, or by the clock or the room if that came first."""
    if _ended_by_room(clock):
        return Ending.ROOM_CLOSED
    if clock.ends_at is None or at <= clock.ends_at:
        return Ending.HANDED_IN
    return Ending.GRACE if at <= clock.ends_at + GRACE else Ending.TIME_UP


def has_run_out(clock: Clock, at: datetime.datetime) -> bool:
    """Tell whether an open sitting has ended without being handed in: its grace has passed, or its room is closed."""
    return ending_at(clock, at) in {Ending.TIME_UP, Ending.ROOM_CLOSED}


def ended_at(clock: Clock, at: datetime.datetime) -> datetime.datetime:
    """Return the moment that counts as the end of an open sitting that is ended `at`, perhaps by a worker hours later."""
    ending = ending_at(clock, at)
    if ending == Ending.ROOM_CLOSED and clock.room_closed_at is not None:
        return min(at, clock.room_closed_at)
    if ending == Ending.TIME_UP and clock.ends_at is not None:
        return clock.ends_at
    return at


def end_of(
    started_at: datetime.datetime,
    minutes: int | None,
    extra: int,
    closes_on: datetime.date | None,
    zone: datetime.tzinfo,
) -> datetime.datetime | None:
    """Return when a sitting ends: its minutes and the learner's own, never past the closing day of its step.

    None without a limit in minutes: an untimed test may be finished after its step has closed.
    """
    if minutes is None:
        return None
    # Added in UTC: on a local clock that is put forward or back, an hour would go missing or come twice.
    ends = started_at.astimezone(datetime.UTC) + datetime.timedelta(minutes=minutes + extra)
    return ends if closes_on is None else min(ends, last_moment(closes_on, zone))


def last_moment(day: datetime.date, zone: datetime.tzinfo) -> datetime.datetime:
    """Return the last moment of a day in a zone, in UTC, whether the day has 23, 24 or 25 hours."""
    midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time(), zone)
    return midnight.astimezone(datetime.UTC) - datetime.timedelta(microseconds=1)


def _ended_by_room(clock: Clock) -> bool:
    closed = clock.room_closed_at
    return closed is not None and (clock.ends_at is None or closed <= clock.ends_at + GRACE)
