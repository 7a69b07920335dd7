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
    return pgettext("percentage", "{number}\u00a0%").format(number=number(value))


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


def figure_cell(figure: PublishedFigure) -> str:
    """Return a figure as it stands in a table: people if it counts them, the percentage, its interval."""
    if figure.percent is None or figure.low is None or figure.high is None:
        return value(figure)
    parts = {"percent": percent(figure.percent), "interval": interval(figure.low, figure.high)}
    if figure.count is None:
        return _("{percent} ({interval})").format(**parts)
    return _("{people}, {percent} ({interval})").format(people=value(figure), **parts)


def change_cell(change: PublishedChange | None) -> str:
    """Return a change in points with its interval, always with its sign."""
    if change is None:
        return NOTHING
    if change.points is None or change.low is None or change.high is None:
        return not_shown(change.reason) if change.reason != "count-is-a-bound" else _("Not shown: only a bound is known")
    points = f"+{number(change.points)}" if change.points > 0 else number(change.points)
    return _("{points} ({interval})").format(points=points, interval=interval(change.low, change.high))


def mean_sentence(first: PublishedFigure, last: PublishedFigure) -> str:
    """Return before and after of a mean in one sentence."""
    words = {"before": value(first), "after": value(last), "first": size(first), "last": size(last)}
    if first.n == last.n or last.n is None:
        return _("Of {first} people: {before} of answers right before, {after} after.").format(**words)
    return _("{before} of the answers of {first} people right before, {after} of those of {last} after.").format(**words)


def share_sentence(first: PublishedFigure, last: PublishedFigure) -> str:
    """Return before and after of a share in people."""
    words = {"before": value(first), "after": value(last), "first": size(first), "last": size(last)}
    if first.n == last.n:
        return _("Of {first} people, {before} reached the mark before and {after} after.").format(**words)
    return _("Of {first} people, {before} reached the mark before; of {last}, {after} after.").format(**words)
