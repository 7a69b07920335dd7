"""One rule says what an answer is at a moment, and how a sitting ends."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.choices import Ending
from assessments.timing import (
    GRACE,
    LATEST,
    Clock,
    Moment,
    end_of,
    ended_at,
    ending_at,
    has_run_out,
    last_moment,
    moment,
)

END = datetime.datetime(2026, 12, 5, 6, 30, tzinfo=datetime.UTC)
SHANGHAI, BERLIN, HAVANA = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/Havana")
TIMED, UNTIMED = Clock(END), Clock()
SECOND, HOUR = datetime.timedelta(seconds=1), datetime.timedelta(hours=1)
moments = st.datetimes(datetime.datetime(2026, 12, 4), datetime.datetime(2026, 12, 8), timezones=st.just(datetime.UTC))
clocks = st.builds(
    Clock,
    ends_at=st.none() | st.just(END),
    ending=st.just(""),
    room_closed_at=st.none() | moments,
)


@pytest.mark.parametrize(
    ("seconds", "said", "ending"),
    [
        (-1, Moment.ON_TIME, Ending.HANDED_IN),
        (0, Moment.ON_TIME, Ending.HANDED_IN),
        (1, Moment.GRACE, Ending.GRACE),
        (60, Moment.GRACE, Ending.GRACE),
        (61, Moment.LATE, Ending.TIME_UP),
        (86_400, Moment.LATE, Ending.TIME_UP),
        (86_401, Moment.CLOSED, Ending.TIME_UP),
    ],
)
def test_a_timed_test(seconds, said, ending):
    at = END + datetime.timedelta(seconds=seconds)
    assert (moment(TIMED, at), ending_at(TIMED, at)) == (said, ending)


def test_an_untimed_test_takes_answers_until_it_is_submitted():
    assert moment(UNTIMED, END) is Moment.OPEN
    assert ending_at(UNTIMED, END) == Ending.HANDED_IN
    assert moment(Clock(ending="HANDED_IN", is_submitted=True), END) is Moment.CLOSED


@pytest.mark.parametrize("ending", ["HANDED_IN", "GRACE", "ROOM_CLOSED", ""])
def test_what_somebody_ended_takes_no_late_answer(ending):
    assert moment(Clock(END, ending, is_submitted=True), END + HOUR) is Moment.CLOSED


def test_what_the_clock_ended_keeps_late_answers_until_somebody_accepts_them():
    over = Clock(END, "TIME_UP", is_submitted=True)
    assert moment(over, END + HOUR) is Moment.LATE
    assert moment(Clock(END, "TIME_UP", late_accepted=True, is_submitted=True), END + HOUR) is Moment.CLOSED


def test_a_room_that_closes_in_time_ends_the_sitting_and_one_that_closes_later_does_not():
    early, after = Clock(END, room_closed_at=END - HOUR), Clock(END, room_closed_at=END + HOUR)
    assert (moment(early, END), ending_at(early, END)) == (Moment.CLOSED, Ending.ROOM_CLOSED)
    assert ended_at(early, END + HOUR) == END - HOUR
    assert (moment(after, END + 2 * HOUR), ending_at(after, END + 2 * HOUR)) == (Moment.LATE, Ending.TIME_UP)
    assert ended_at(after, END + 2 * HOUR) == END


@given(clocks, moments, moments)
def test_time_only_ever_makes_it_worse(clock, first, second):
    order = [Moment.OPEN, Moment.ON_TIME, Moment.GRACE, Moment.LATE, Moment.CLOSED]
    earlier, later = sorted([first, second])
    assert order.index(moment(clock, earlier)) <= order.index(moment(clock, later))


@given(clocks, moments)
def test_what_counts_can_still_be_handed_in_and_what_has_run_out_never_counts(clock, at):
    counts = moment(clock, at) in {Moment.OPEN, Moment.ON_TIME, Moment.GRACE}
    assert counts is not has_run_out(clock, at)
    assert ended_at(clock, at) <= at


def test_minutes_and_ones_own_minutes_are_added():
    assert end_of(END, 30, 15, None, SHANGHAI) == END + datetime.timedelta(minutes=45)
    assert end_of(END, None, 15, datetime.date(2026, 12, 5), SHANGHAI) is None


def test_it_never_ends_after_the_closing_day():
    started = datetime.datetime(2026, 12, 31, 23, 50, tzinfo=SHANGHAI)
    ends = end_of(started, 30, 30, datetime.date(2026, 12, 31), SHANGHAI)
    assert ends.astimezone(SHANGHAI).strftime("%d %H:%M:%S") == "31 23:59:59"


@pytest.mark.parametrize(
    ("started", "clock"),
    [("2027-03-28 01:30", "2027-03-28 04:00"), ("2027-10-31 01:30", "2027-10-31 02:00")],
)
def test_ninety_minutes_are_ninety_across_a_change_of_the_clock(started, clock):
    """Forward at 2 in March: the clock reads 4:00. Back at 3 in October: it reads 2:00 for the second time."""
    begun = datetime.datetime.fromisoformat(started).replace(tzinfo=BERLIN)
    ends = end_of(begun, 90, 0, None, BERLIN)
    assert (ends - begun.astimezone(datetime.UTC)).total_seconds() == 5400
    assert ends.astimezone(BERLIN).strftime("%Y-%m-%d %H:%M") == clock


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (datetime.date(2026, 12, 31), SHANGHAI, 24),
        (datetime.date(2027, 3, 28), BERLIN, 23),
        (datetime.date(2027, 10, 31), BERLIN, 25),
        (datetime.date(2026, 3, 7), HAVANA, 24),  # the next day begins at 1:00, there is no midnight
        (datetime.date(2026, 10, 31), HAVANA, 24),  # the next day has two midnights: the first ends this day
    ],
)
def test_the_last_moment_of_a_day_of_23_24_or_25_hours(day, zone, hours):
    first = last_moment(day - datetime.timedelta(days=1), zone)
    last = last_moment(day, zone)
    assert (last - first).total_seconds() / 3600 == hours
    assert last.astimezone(zone).date() == day


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2040, 1, 1)), st.sampled_from([SHANGHAI, BERLIN, HAVANA]))
def test_a_moment_later_it_is_the_next_day(day, zone):
    tick = datetime.timedelta(microseconds=1)
    assert last_moment(day, zone).astimezone(zone).date() == day
    assert (last_moment(day, zone) + tick).astimezone(zone).date() == day + datetime.timedelta(days=1)


def test_the_grace_is_a_minute_and_late_answers_are_kept_for_a_day():
    assert (GRACE, LATEST) == (60 * SECOND, 24 * HOUR)
