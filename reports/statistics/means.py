"""Means over people and their changes. Twenty answers of one person are one score, not twenty people."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from reports.statistics.student import student_t_quantile

Number: TypeAlias = int | float | Decimal | Fraction
Bounds: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class MeanInterval:
    """A mean in the unit of its values, with its interval."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True)
class MeanDifference:
    """A change of a mean, second minus first, with its interval; t and df are None where nobody's score differs."""

    change: float
    low: float
    high: float
    t: float | None
    df: float | None


def mean_interval(values: Iterable[Number], level: float = 0.95, bounds: Bounds | None = None) -> MeanInterval | None:
    """Return the mean of one value per person with its t interval; None for fewer than two people."""
    exact = [Fraction(value) for value in values]
    squares = sum((value * value for value in exact), Fraction(0))
    return mean_interval_from_sums(len(exact), sum(exact, Fraction(0)), squares, level, bounds)


def mean_interval_from_sums(
    n: int, total: Number, total_of_squares: Number, level: float = 0.95, bounds: Bounds | None = None
) -> MeanInterval | None:
    """Return the mean of n people with its t interval, from the sum of their values and of the squares.

    `bounds` clips the interval, for instance to (0, 100) for per cent correct. None for fewer than two people: one
    score says nothing about spread. Raises ValueError where no n values can have these sums.
    """
    if n < 2:
        return None
    mean, variance = mean_and_variance(n, total, total_of_squares)
    half = _t(level, n - 1) * math.sqrt(variance / n)
    low, high = float(mean) - half, float(mean) + half
    if bounds is not None:
        low, high = max(bounds[0], low), min(bounds[1], high)
    return MeanInterval(float(mean), low, high)


def unpaired_means(
    n1: int, total1: Number, squares1: Number, n2: int, total2: Number, squares2: Number, level: float = 0.95
) -> MeanDifference | None:
    """Return the change from the first mean to the second when different people may have answered.

    Welch's interval with Satterthwaite's degrees of freedom (Welch, Biometrika 1947;34:28), from n, the sum and the
    sum of squares of either group. None where a group has fewer than two people.
    """
    if n1 < 2 or n2 < 2:
        return None
    mean1, variance1 = mean_and_variance(n1, total1, squares1)
    mean2, variance2 = mean_and_variance(n2, total2, squares2)
    change = float(mean2 - mean1)
    part1, part2 = float(variance1) / n1, float(variance2) / n2
    if part1 + part2 == 0:
        return MeanDifference(change, change, change, t=None, df=None)
    df = (part1 + part2) ** 2 / (part1**2 / (n1 - 1) + part2**2 / (n2 - 1))
    error = math.sqrt(part1 + part2)
    half = _t(level, df) * error
    return MeanDifference(change, change - half, change + half, change / error, df)


def square_and_add(first: MeanInterval, second: MeanInterval) -> MeanInterval:
    """Return the change between two independent means of which only estimate and interval are known.

    The arms of the intervals are squared, added and rooted (Zou and Donner, Stat Med 2008;27:1693). The longer arm
    of each stands for both: a t interval is symmetric, so a shorter arm was clipped.
    """
    change = second.estimate - first.estimate
    half = math.hypot(_longer_arm(first), _longer_arm(second))
    return MeanInterval(change, change - half, change + half)


def mean_and_variance(n: int, total: Number, total_of_squares: Number) -> tuple[Fraction, Fraction]:
    """Return the exact mean and sample variance (divisor n - 1) of n >= 2 values from their sums.

    Exact, because the difference of two large floats can lose the variance or turn it negative.
    """
    exact_total, exact_squares = Fraction(total), Fraction(total_of_squares)
    mean = exact_total / n
    variance = (exact_squares - exact_total * mean) / (n - 1)
    if variance < 0:
        raise ValueError("The sum of squares is too small for this sum.")
    return mean, variance


def _longer_arm(interval: MeanInterval) -> float:
    return max(interval.estimate - interval.low, interval.high - interval.estimate)


def _t(level: float, df: float) -> float:
    if not 0 < level < 1:
        raise ValueError("A level of confidence lies strictly between 0 and 1.")
    return student_t_quantile((1 + level) / 2, df)
