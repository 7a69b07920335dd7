"""Done, next, locked and why: the rules of a programme's plan. Pure: plain dates in, plain answers out.

The rule in prose with worked examples stands in docs/rules/plan.md.
"""

import calendar
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

# First and last day, both included; None: no such bound.
Span = tuple[datetime.date | None, datetime.date | None]


class State(Enum):
    """Where a step stands for one learner."""

    DONE = "done"
    OPEN = "open"
    WAITING = "waiting"  # opens on a known day
    LOCKED = "locked"  # another step comes first
    MISSED = "missed"  # its window has closed


@dataclass(frozen=True)
class Window:
    """A span of days that comes back each year, both ends included; it may run over New Year."""

    first_month: int
    first_day: int
    last_month: int
    last_day: int

    @classmethod
    def parse(cls, first: str, last: str) -> "Window":
        """Read `MM-DD` twice. Raises ValueError for a day that no leap year has."""
        (a, b), (c, d) = (map(int, text.split("-")) for text in (first, last))
        for month, day in ((a, b), (c, d)):
            datetime.date(2024, month, day)
        return cls(a, b, c, d)

    def in_year(self, year: int) -> tuple[datetime.date, datetime.date]:
        """Return the first and last day of the window that starts in `year`."""
        over = (self.last_month, self.last_day) < (self.first_month, self.first_day)
        return _day(year, self.first_month, self.first_day), _day(year + over, self.last_month, self.last_day)

    def current_or_next(self, on: datetime.date) -> tuple[datetime.date, datetime.date]:
        """Return the span that holds `on`, or the first one after it."""
        for year in (on.year - 1, on.year):
            first, last = self.in_year(year)
            if on <= last:
                return first, last
        return self.in_year(on.year + 1)

    def last_begun(self, on: datetime.date) -> tuple[datetime.date, datetime.date]:
        """Return the newest span whose first day is not after `on`."""
        first, last = self.in_year(on.year)
        return (first, last) if first <= on else self.in_year(on.year - 1)


@dataclass(frozen=True)
class OwnDays:
    """What one learner was given for one step: open longer, or, with `opens_on`, open once more as a make-up."""

    closes_on: datetime.date
    opens_on: datetime.date | None = None


@dataclass(frozen=True)
class Rule:
    """A step as the plan sees it. `after` is the code of another step; the offset counts from its completion."""

    code: str
    opening: str
    after: str | None = None
    offset_months: int = 0
    open_days: int | None = None
    window: Window | None = None
    own: OwnDays | None = None
    offset_days: int = 0


@dataclass(frozen=True)
class Standing:
    """What is true of one step: its state, the days it opens and closes where they are known, what comes first."""

    code: str
    state: State
    done_on: datetime.date | None = None
    opens_on: datetime.date | None = None
    closes_on: datetime.date | None = None
    waits_for: str | None = None


def add_months(day: datetime.date, months: int) -> datetime.date:
    """Return the same day `months` later, or the last day of a shorter month (30 November + 3 = 28 or 29 February)."""
    month = day.month - 1 + months
    return _day(day.year + month // 12, month % 12 + 1, day.day)


def standing(rule: Rule, done: Mapping[str, datetime.date], on: datetime.date) -> Standing:
    """Say where one step stands on the day `on`, given the days on which steps were done."""
    if rule.code in done:
        return Standing(rule.code, State.DONE, done_on=done[rule.code])
    if rule.after is not None and rule.after not in done:
        return Standing(rule.code, State.LOCKED, waits_for=rule.after, **_expected(rule, on))
    spans = _spans(rule, done, on)
    now = [span for span in spans if _holds(span, on)]
    if now:
        ends = [closes for _opens, closes in now]
        return Standing(rule.code, State.OPEN, opens_on=now[0][0], closes_on=_latest(ends))
    coming = [span for span in spans if span[0] is not None and on < span[0]]
    if coming:
        opens, closes = min(coming, key=lambda span: span[0] or datetime.date.max)
        return Standing(rule.code, State.WAITING, opens_on=opens, closes_on=closes)
    return Standing(rule.code, State.MISSED, opens_on=spans[0][0], closes_on=_latest([span[1] for span in spans]))


def plan(rules: Sequence[Rule], done: Mapping[str, datetime.date], on: datetime.date) -> list[Standing]:
    """Say where every step stands, in the programme's order."""
    return [standing(rule, done, on) for rule in rules]


def next_step(standings: Sequence[Standing]) -> Standing | None:
    """Return the one step to do now: the first that is open, windows that will close before others."""
    open_now = [one for one in standings if one.state is State.OPEN]
    closing = [one for one in open_now if one.closes_on is not None]
    return min(closing, key=lambda one: one.closes_on or datetime.date.max) if closing else next(iter(open_now), None)


def days_until(standing_: Standing, on: datetime.date) -> int | None:
    """Return the days until a waiting step opens, None for any other."""
    if standing_.state is not State.WAITING or standing_.opens_on is None:
        return None
    return (standing_.opens_on - on).days


def _spans(rule: Rule, done: Mapping[str, datetime.date], on: datetime.date) -> list[Span]:
    """Return the plan's span and what the learner was given: days only ever come to it, none is taken away."""
    opens, closes = planned = _span(rule, done, on)
    own = rule.own
    if own is None:
        return [planned]
    if own.opens_on is not None:
        return [planned, (own.opens_on, own.closes_on)]
    if rule.window is not None:
        # On a day after the window, the plan looks to the next one; what is lengthened is the one before it.
        first, last = rule.window.last_begun(own.closes_on)
        return [planned, (first, max(last, own.closes_on))]
    return [(opens, None if closes is None else max(closes, own.closes_on))]


def _holds(span: Span, on: datetime.date) -> bool:
    opens, closes = span
    return (opens is None or opens <= on) and (closes is None or on <= closes)


def _latest(days: Sequence[datetime.date | None]) -> datetime.date | None:
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _span(rule: Rule, done: Mapping[str, datetime.date], on: datetime.date) -> Span:
    if rule.window is not None:
        return rule.window.current_or_next(on)
    if rule.after is None or rule.opening != "OFFSET":
        return None, None
    opens = add_months(done[rule.after], rule.offset_months) + datetime.timedelta(days=rule.offset_days)
    closes = opens + datetime.timedelta(days=rule.open_days) if rule.open_days is not None else None
    return opens, closes


def _expected(rule: Rule, on: datetime.date) -> dict[str, datetime.date]:
    if rule.window is None:
        return {}
    opens, closes = rule.window.current_or_next(on)
    return {"opens_on": opens, "closes_on": closes}


def _day(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))
