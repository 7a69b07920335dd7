"""Published figures in the reader's language: numbers with their signs, bounds, why something is not shown."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from reports.disclosure import Bound, PublishedChange, PublishedCount, PublishedFigure

NOTHING = "–"


def number(value: Decimal | int) -> str:
    """Return a number with the digits it came with and a real minus sign."""
    return str(number_format(value, use_l10n=True)).replace("-", "\u2212")


def percent(value: Decimal | int) -> str:
    """Return a percentage; no line breaks before its sign."""
    return pgettext("percentage", "{number} %").format(number=number(value))


def interval(low: Decimal, high: Decimal) -> str:
    """Return both ends of an interval."""
    return _("{low} to {high}").format(low=number(low), high=number(high))


def people(count: int, about: bool) -> str:
    """Return a number of people, said to be rounded where it is."""
    return _("about {number}").format(number=number(count)) if about else number(count)


def bound(limit: Bound) -> str:
    """Return all that is said of a number."""
    value = percent(limit.number) if limit.unit == "percent" else number(limit.number)
    words = _("{number} or fewer") if limit.kind == "at-most" else _("{number} or more")
    if limit.unit == "percent" and limit.kind == "at-most":
        words = _("{number} or less")
    return words.format(number=value)


def not_shown(reason: str | None) -> str:
    """Return why nothing stands here."""
    reasons = {
        "fewer-than-10": _("Not shown: fewer than 10 people"),
        "cell-of-1-or-2": _("Not shown: it would speak of one or two people"),
        "count-is-a-bound": _("Not shown: only a bound is known"),
        "mean-is-a-bound": _("Not shown: only a bound is known"),
    }
    return reasons.get(reason or "", _("Not shown"))


def size(figure: PublishedFigure) -> str:
    """Return how many people took a test."""
    return NOTHING if figure.n is None else people(figure.n, figure.about)


def headcount(count: PublishedCount | None) -> str:
    """Return a number of people, its bound, or why it is not shown; a dash where it cannot be counted."""
    if count is None:
        return NOTHING
    if count.number is not None:
        return people(count.number, count.about)
    return bound(count.bound) if count.bound else not_shown(count.reason)


def value(figure: PublishedFigure) -> str:
    """Return what a sentence says of a figure: people where it counts people, else a percentage."""
    if figure.count is not None:
        return people(figure.count, figure.about)
    if figure.percent is not None:
        return percent(figure.percent)
    return bound(figure.bound) if figure.bound else not_shown(figure.reason)


def short(figure: PublishedFigure) -> str:
    """Return a figure for a place where its reason stands nearby."""
    return value(figure) if says_something(figure) else _("not shown")


def figure_cell(figure: PublishedFigure) -> str:
    """Return a figure as it stands in a table: people if it counts them, and the percentage; its interval apart."""
    if figure.percent is None or figure.count is None:
        return value(figure)
    return _("{people}, {percent}").format(people=value(figure), percent=percent(figure.percent))


def interval_of(content: PublishedFigure | PublishedChange | None) -> str:
    """Return the interval of a figure or a change; "" where none is shown."""
    if content is None or content.low is None or content.high is None:
        return ""
    return interval(content.low, content.high)


def points(change: PublishedChange | None) -> str:
    """Return a change in points, always with its sign; its interval apart."""
    if change is None:
        return NOTHING
    if change.points is None:
        return not_shown(change.reason)
    return f"+{number(change.points)}" if change.points > 0 else number(change.points)


def sentence(first: PublishedFigure, last: PublishedFigure | None, *, is_mean: bool) -> str:
    """Return what a lay reader wants to know: before and after, in people where people are counted."""
    before = {"first": size(first), "before": value(first)}
    if last is None:
        return _("First test, {first} people: {before}").format(**before)
    words = {**before, "last": size(last), "after": value(last)}
    if not (says_something(first) and says_something(last)) or (is_mean and "share" in (first.rule, last.rule)):
        return _("Before: {before}. After: {after}.").format(before=short(first), after=short(last))
    same = first.n == last.n or last.n is None
    if is_mean and same:
        text = _("Of {first} people: {before} of answers right before, {after} after.")
    elif is_mean:
        text = _("Of {first} people: {before} of answers right before; of {last}: {after} after.")
    elif same:
        text = _("Of {first} people, {before} reached the mark before and {after} after.")
    else:
        text = _("Of {first} people, {before} reached the mark before; of {last}, {after} after.")
    return text.format(**words)


def says_something(figure: PublishedFigure) -> bool:
    """Tell whether a percentage or at least a bound is shown."""
    return figure.percent is not None or figure.bound is not None
