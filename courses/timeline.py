"""A plan played through: when each step can be done by somebody who arrives on a day and does all at once. Pure."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from courses.progress import Rule, State, plan


@dataclass(frozen=True)
class Moment:
    """The first day on which a step can be done and the last one, None where it never closes; no first day: never."""

    code: str
    opens_on: datetime.date | None = None
    closes_on: datetime.date | None = None

    def days_after(self, intake: datetime.date) -> int | None:
        """Return how many days after the intake it opens."""
        return (self.opens_on - intake).days if self.opens_on else None


def timeline(rules: Sequence[Rule], intake: datetime.date) -> list[Moment]:
    """Return a moment for each step in the plan's order; each is done on the first day on which it is open."""
    done: dict[str, datetime.date] = {}
    found: dict[str, Moment] = {}
    on = intake
    while True:
        standings = plan(rules, done, on)
        for one in standings:
            if one.state is State.OPEN:
                found[one.code] = Moment(one.code, on, one.closes_on)
                done[one.code] = on
        if any(one.state is State.OPEN for one in standings):
            continue
        coming = [one.opens_on for one in standings if one.state is State.WAITING and one.opens_on]
        if not coming:
            return [found.get(rule.code, Moment(rule.code)) for rule in rules]
        on = min(coming)
