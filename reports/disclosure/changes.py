"""The change between two waves through the gate."""

from fractions import Fraction
from typing import TypeAlias

from reports.disclosure.certain import certain
from reports.disclosure.figures import publish_figure
from reports.disclosure.limits import RARE, digits_for_protected
from reports.disclosure.published import PublishedChange, PublishedFigure
from reports.disclosure.raw import RawChange, RawFigure
from reports.statistics.means import MeanInterval, square_and_add, unpaired_means
from reports.statistics.proportions import Difference, newcombe_paired, newcombe_unpaired
from reports.statistics.rounding import downward, half_up, upward

Interval: TypeAlias = tuple[float, float]


def publish_change(change: RawChange) -> PublishedChange:
    """Publish last minus first in percentage points; nothing where either wave is hidden or only bounded.

    Protected people: from the two published figures and nothing else, at any size, because a paired or exact interval
    can be solved for how many changed. Others: paired (Newcombe) where the pairs are known and none of their cells
    holds one or two people, unpaired (Newcombe, Welch) otherwise.
    """
    first, last = publish_figure(change.first), publish_figure(change.last)
    if first.percent is None or last.percent is None:
        return PublishedChange(reason=first.reason or last.reason)
    n = min(certain(first.n), certain(last.n))
    if change.first.privacy_class == "protected":
        digits = digits_for_protected(min(change.first.n, change.last.n))
        low, high = _from_published(first, last)
        points = half_up(Fraction(last.percent - first.percent), digits)
        return PublishedChange(points, downward(low, digits), upward(high, digits), n)
    points = half_up(_exact_percent(change.last) - _exact_percent(change.first), 1)
    usable = change.pairs is not None and not any(1 <= cell <= RARE for cell in change.pairs)
    low, high = _in_points(newcombe_paired(*certain(change.pairs))) if usable else _from_exact(change)
    return PublishedChange(points, half_up(low, 1), half_up(high, 1), n, paired=usable)


def _from_published(first: PublishedFigure, last: PublishedFigure) -> Interval:
    """Return the interval, in points, that any reader could work out from what is shown of the two waves."""
    if first.count is not None and last.count is not None:
        return _in_points(newcombe_unpaired(first.count, certain(first.n), last.count, certain(last.n)))
    mean = square_and_add(_shown(first), _shown(last))
    return max(-100.0, mean.low), min(100.0, mean.high)


def _shown(figure: PublishedFigure) -> MeanInterval:
    return MeanInterval(float(certain(figure.percent)), float(certain(figure.low)), float(certain(figure.high)))


def _from_exact(change: RawChange) -> Interval:
    """Return the unpaired interval, in points, from exact counts or sums."""
    first, last = change.first, change.last
    if first.scores is None or last.scores is None:
        return _in_points(newcombe_unpaired(certain(first.successes), first.n, certain(last.successes), last.n))
    before, after = first.scores, last.scores
    means = certain(
        unpaired_means(first.n, before.total, before.total_of_squares, last.n, after.total, after.total_of_squares)
    )
    return max(-100.0, means.low), min(100.0, means.high)


def _in_points(change: Difference | None) -> Interval:
    return 100 * certain(change).low, 100 * certain(change).high


def _exact_percent(figure: RawFigure) -> Fraction:
    if figure.scores is not None:
        return Fraction(figure.scores.total) / figure.n
    return Fraction(100 * certain(figure.successes), figure.n)
