"""One wave of one group through the gate."""

from dataclasses import replace
from fractions import Fraction

from reports.disclosure.certain import certain
from reports.disclosure.limits import (
    FEW,
    FEWEST_PEOPLE,
    LEAST_SPREAD,
    MEAN_AT_LEAST,
    MEAN_AT_MOST,
    digits_for_protected,
    is_few,
    is_rare,
)
from reports.disclosure.published import Bound, PublishedFigure
from reports.disclosure.raw import RawFigure, ScoreSums
from reports.statistics.means import MeanInterval, mean_interval_from_sums
from reports.statistics.proportions import Proportion, wilson
from reports.statistics.rounding import downward, half_up, to_five, upward


def publish_figure(figure: RawFigure) -> PublishedFigure:
    """Publish one wave under the rules of its privacy class; nothing at all on fewer than 10 people."""
    if figure.n < FEWEST_PEOPLE:
        return PublishedFigure(figure.rule, reason="fewer-than-10")
    figure = _as_share_where_all_or_nothing(figure)
    if figure.scores is not None:
        if figure.privacy_class == "protected":
            return _protected_mean(figure.n, figure.scores)
        return _open_mean(figure.n, figure.scores)
    if figure.privacy_class == "protected":
        return _protected_share(figure.n, certain(figure.successes))
    return _open_share(figure.n, certain(figure.successes))


def _as_share_where_all_or_nothing(figure: RawFigure) -> RawFigure:
    """Return a mean of scores that are all 0 or 100, as of a single question, as the share it is: it counts people."""
    if figure.scores is None:
        return figure
    total = Fraction(figure.scores.total)
    # x * x <= 100 x for every score, with equality only at 0 and 100.
    if Fraction(figure.scores.total_of_squares) != 100 * total:
        return figure
    return replace(figure, rule="share", successes=int(total / 100), scores=None)


def _protected_share(n: int, successes: int) -> PublishedFigure:
    """Publish a share from rounded counts alone, interval included: an exact interval can be solved for the count."""
    shown_n = to_five(n)
    if is_few(successes, n):
        bound = Bound("at-most", FEW) if successes <= FEW else Bound("at-least", shown_n - FEW)
        return PublishedFigure("share", shown_n, bound=bound, reason="count-is-a-bound", about=True)
    count, digits = to_five(successes), digits_for_protected(n)
    interval = _wilson(count, shown_n)
    return PublishedFigure(
        "share",
        shown_n,
        percent=half_up(Fraction(100 * count, shown_n), digits),
        low=downward(100 * interval.low, digits),
        high=upward(100 * interval.high, digits),
        count=count,
        about=True,
    )


def _protected_mean(n: int, scores: ScoreSums) -> PublishedFigure:
    """Publish a mean of exact scores with few digits, its interval rounded outward; near 0 and 100 only a bound."""
    shown_n, mean, digits = to_five(n), Fraction(scores.total) / n, digits_for_protected(n)
    if not MEAN_AT_MOST < mean < MEAN_AT_LEAST:
        bound = (
            Bound("at-most", MEAN_AT_MOST, "percent")
            if mean <= MEAN_AT_MOST
            else Bound("at-least", MEAN_AT_LEAST, "percent")
        )
        return PublishedFigure("mean", shown_n, bound=bound, reason="mean-is-a-bound", about=True)
    least_squares = mean * mean * n + LEAST_SPREAD**2 * (n - 1)
    spread = ScoreSums(scores.total, max(Fraction(scores.total_of_squares), least_squares))
    interval = _t_interval(n, spread)
    return PublishedFigure(
        "mean",
        shown_n,
        percent=half_up(mean, digits),
        low=downward(interval.low, digits),
        high=upward(interval.high, digits),
        about=True,
    )


def _open_share(n: int, successes: int) -> PublishedFigure:
    """Publish an exact share with one decimal, unless it speaks of one or two people."""
    if is_rare(successes, n):
        return PublishedFigure("share", n, reason="cell-of-1-or-2")
    interval = _wilson(successes, n)
    return PublishedFigure(
        "share",
        n,
        percent=half_up(Fraction(100 * successes, n), 1),
        low=half_up(100 * interval.low, 1),
        high=half_up(100 * interval.high, 1),
        count=successes,
    )


def _open_mean(n: int, scores: ScoreSums) -> PublishedFigure:
    """Publish an exact mean with one decimal."""
    interval = _t_interval(n, scores)
    return PublishedFigure(
        "mean",
        n,
        percent=half_up(Fraction(scores.total) / n, 1),
        low=half_up(interval.low, 1),
        high=half_up(interval.high, 1),
    )


def _wilson(count: int, n: int) -> Proportion:
    return certain(wilson(count, n))


def _t_interval(n: int, scores: ScoreSums) -> MeanInterval:
    return certain(mean_interval_from_sums(n, scores.total, scores.total_of_squares, bounds=(0, 100)))
