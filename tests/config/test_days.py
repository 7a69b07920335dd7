"""On whichever day the demonstration is made, its learners stand where their names say."""

import datetime

import pytest

from config.demonstration.days import STATIONS, year_window
from courses.progress import Rule, State, Window, standing

FOLLOW_UP = Rule("follow-up", "OFFSET", after="intake", offset_months=3, open_days=14)
DAYS = [datetime.date(2026, 1, 1) + datetime.timedelta(days=number) for number in range(0, 800)]


class StationTests:
    @pytest.mark.parametrize(
        ("station", "state"),
        [("waiting", State.WAITING), ("follow-up-open", State.OPEN), ("follow-up-missed", State.MISSED)],
    )
    def test_follow_up_on_any_day(self, station: str, state: State) -> None:
        for today in DAYS:
            assert standing(FOLLOW_UP, STATIONS[station](today), today).state is state, today

    def test_waiting_opens_in_nine_days_but_for_the_ends_of_long_months(self) -> None:
        waits = [(standing(FOLLOW_UP, STATIONS["waiting"](today), today).opens_on, today) for today in DAYS]
        days = [(opens_on - today).days for opens_on, today in waits if opens_on]
        assert days.count(9) > 0.97 * len(days)
        assert min(days) >= 6

    def test_yearly_window_holds_today(self) -> None:
        for today in DAYS:
            first, last = Window.parse(*year_window(today)).current_or_next(today)
            assert first <= today <= last, today

    def test_nothing_is_done_in_the_future(self) -> None:
        for today in DAYS:
            for name, days in STATIONS.items():
                assert all(day <= today for day in days(today).values()), (name, today)
