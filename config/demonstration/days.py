"""On which day a demonstration learner did what, counted from today. Pure."""

import datetime
from collections.abc import Callable, Mapping

from courses.progress import add_months

Days = dict[str, datetime.date]

# Days after the intake test on which the other steps of a course are done.
PACE = {"read": 1, "questionnaire": 2, "watch": 2, "course": 6, "end": 7}
ONES = ("read", "questionnaire", "watch")
COHORT_AGE = 130
WAITING_DAYS = 9


def course_days(intake: datetime.date, codes: Mapping[str, int] | tuple[str, ...] = tuple(PACE)) -> Days:
    """Return the days of a course begun with a test on `intake`, of the steps `codes` alone."""
    return {"intake": intake} | {code: intake + datetime.timedelta(days=PACE[code]) for code in codes}


def ago(today: datetime.date, days: int) -> datetime.date:
    """Return the day so many days before today."""
    return today - datetime.timedelta(days=days)


def last_round(today: datetime.date, first: int = 3) -> Days:
    """Return the days of a whole 3-2-1 that ended in the December of last year; it began on the day `first` of August."""
    intake = datetime.date(today.year - 1, 8, first)
    follow_up = add_months(intake, 3) + datetime.timedelta(days=2)
    return course_days(intake) | {"follow-up": follow_up, "exam": datetime.date(today.year - 1, 12, first)}


def cohort_start(today: datetime.date) -> datetime.date:
    """Return the day on which the present demonstration cohorts began."""
    return ago(today, COHORT_AGE)


def year_window(today: datetime.date) -> tuple[str, str]:
    """Return the yearly window of the demonstration exam: ten days ago until in twenty days, as MM-DD."""
    last = today + datetime.timedelta(days=20)
    return f"{ago(today, 10):%m-%d}", f"{last:%m-%d}"


# Where each named learner stands. The follow-up opens three months after the intake and stays open for 14 days.
STATIONS: Mapping[str, Callable[[datetime.date], Days]] = {
    "just-joined": lambda today: {},
    "mid-test": lambda today: {},
    "intake-done": lambda today: course_days(ago(today, 6), ()),
    "ones-done": lambda today: course_days(ago(today, 10), ONES),
    "waiting": lambda today: course_days(add_months(today + datetime.timedelta(days=WAITING_DAYS), -3)),
    "follow-up-open": lambda today: course_days(ago(add_months(today, -3), 4)),
    "follow-up-missed": lambda today: course_days(ago(add_months(today, -3), 30)),
    "certified": lambda today: last_round(today),
    "exam-open": lambda today: {"intake": ago(today, 60), "read": ago(today, 58)},
}
