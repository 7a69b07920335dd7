"""Student's t distribution in the standard library: its lower tail and its quantile."""

import math
from statistics import NormalDist

# Above this many degrees of freedom the expansion about the normal quantile is exact to 1e-11.
MANY_DEGREES = 10_000


def student_t_quantile(probability: float, df: float) -> float:
    """Return the t below which `probability` of Student's distribution with `df` degrees of freedom lies.

    `probability` lies strictly between 0 and 1, `df` is above 0 and need not be whole. Accurate to 1e-8 relative to
    the larger of 1 and |t|. Raises ValueError outside these ranges.
    """
    if not 0 < probability < 1:
        raise ValueError("A probability lies strictly between 0 and 1.")
    if not df > 0:
        raise ValueError("Degrees of freedom must be above 0.")
    if probability < 0.5:
        return -student_t_quantile(1 - probability, df)
    if df > MANY_DEGREES:
        return _expansion(probability, df)
    return _bisect(1 - probability, df)


def student_t_upper_tail(t: float, df: float) -> float:
    """Return the probability above `t` (at least 0): half of I_x(df/2, 1/2) at x = df/(df + t^2)."""
    if t == 0:
        return 0.5
    return 0.5 * regularised_incomplete_beta(df / 2, 0.5, df / (df + t * t), t * t / (df + t * t))


def regularised_incomplete_beta(a: float, b: float, x: float, y: float) -> float:
    """Return I_x(a, b); `y` is 1 - x, passed beside it because subtracting would lose the digits of a small y.

    Source: continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, on its fast side.
    """
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(y)
    if x < (a + 1) / (a + b + 2):
        return math.exp(log_front) * _continued_fraction(a, b, x) / a
    return 1 - math.exp(log_front) * _continued_fraction(b, a, y) / b


def _continued_fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction of the incomplete beta integral by Lentz's method."""
    tiny = 1e-300
    c = 1.0
    d = 1 / _away_from_zero(1 - (a + b) * x / (a + 1), tiny)
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d, tiny)
            c = _away_from_zero(1 + term / c, tiny)
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            return value
    raise ArithmeticError("The incomplete beta fraction did not settle.")


def _away_from_zero(value: float, tiny: float) -> float:
    return tiny if abs(value) < tiny else value


def _bisect(upper_tail: float, df: float) -> float:
    """Return the t >= 0 with this upper tail: double the bracket until it holds the root, then halve it."""
    low, high = 0.0, 1.0
    while student_t_upper_tail(high, df) > upper_tail:
        low, high = high, high * 2
    while high - low > 1e-13 * max(1.0, high):
        middle = (low + high) / 2
        if student_t_upper_tail(middle, df) > upper_tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _expansion(probability: float, df: float) -> float:
    """Return the quantile as the normal one with two corrections (Abramowitz and Stegun 26.7.5)."""
    z = NormalDist().inv_cdf(probability)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + first / df + second / df**2
