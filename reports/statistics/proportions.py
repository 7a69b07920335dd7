"""Shares of people and their changes: score intervals from whole counts, never from percentages."""

import math
from dataclasses import dataclass
from statistics import NormalDist


@dataclass(frozen=True)
class Proportion:
    """A share between 0 and 1 with its interval."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """A change of a share, second minus first, between -1 and 1, with its interval."""

    estimate: float
    low: float
    high: float


def wilson(k: int, n: int, level: float = 0.95) -> Proportion | None:
    """Return the share k of n with Wilson's score interval, without continuity correction.

    None where n is 0: nobody was asked. Raises ValueError unless 0 <= k <= n and 0 < level < 1.
    Source: Wilson, JASA 1927;22:209, as tested by Newcombe, Stat Med 1998;17:857, method 3.
    """
    if not 0 <= k <= n:
        raise ValueError("A count lies between 0 and the number of people.")
    z = _two_sided(level)
    if n == 0:
        return None
    middle = 2 * k + z * z
    half = z * math.sqrt(z * z + 4 * k * (n - k) / n)
    whole = 2 * (n + z * z)
    low = 0.0 if k == 0 else (middle - half) / whole
    high = 1.0 if k == n else (middle + half) / whole
    return Proportion(k / n, low, high)


def newcombe_unpaired(k1: int, n1: int, k2: int, n2: int, level: float = 0.95) -> Difference | None:
    """Return the change from k1 of n1 to k2 of n2 when different people may have answered.

    None where either group is empty. Source: Newcombe, Stat Med 1998;17:873, method 10 (hybrid score).
    """
    first, second = wilson(k1, n1, level), wilson(k2, n2, level)
    if first is None or second is None:
        return None
    return _square_and_add(first, second, correlation=0.0)


def newcombe_paired(a: int, b: int, c: int, d: int, level: float = 0.95) -> Difference | None:
    """Return the change in the same people: a yes both times, b yes first only, c yes second only, d neither.

    The change is second minus first, (c - b)/n; the sources print first minus second. None where the table is empty.
    Source: Newcombe, Stat Med 1998;17:2635, method 10.
    """
    if min(a, b, c, d) < 0:
        raise ValueError("A count cannot be below 0.")
    n = a + b + c + d
    first, second = wilson(a + b, n, level), wilson(a + c, n, level)
    if first is None or second is None:
        return None
    return _square_and_add(first, second, correlation=_corrected_phi(a, b, c, d))


def joint_count_range(k1: int, k2: int, n: int) -> tuple[int, int]:
    """Return the fewest and the most of n people who can have said yes both times, given only the margins (Frechet)."""
    return max(0, k1 + k2 - n), min(k1, k2)


def _two_sided(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError("A level of confidence lies strictly between 0 and 1.")
    return NormalDist().inv_cdf((1 + level) / 2)


def _corrected_phi(a: int, b: int, c: int, d: int) -> float:
    """Return the correlation of the two answers, its numerator drawn n/2 towards 0 (never past it) when positive."""
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    if margins == 0:
        return 0.0
    numerator: float = a * d - b * c
    if numerator > 0:
        numerator = max(0.0, numerator - (a + b + c + d) / 2)
    return numerator / math.sqrt(margins)


def _square_and_add(first: Proportion, second: Proportion, correlation: float) -> Difference:
    """Return second minus first with the arms of the two intervals combined as the sides of a triangle."""
    change = second.estimate - first.estimate
    below = _combined(second.estimate - second.low, first.high - first.estimate, correlation)
    above = _combined(second.high - second.estimate, first.estimate - first.low, correlation)
    return Difference(change, max(-1.0, change - below), min(1.0, change + above))


def _combined(arm: float, other: float, correlation: float) -> float:
    # With a correlation of 1 and equal arms the sum can fall a rounding error below 0.
    return math.sqrt(max(0.0, arm * arm - 2 * correlation * arm * other + other * other))
