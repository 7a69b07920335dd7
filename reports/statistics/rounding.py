"""Rounding of exact and computed numbers for publication, always to a Decimal with the digits it is shown with."""

import math
from decimal import Decimal
from fractions import Fraction

# A bound computed in floats may miss a whole digit by this much; without it 96.0 could be ceiled to 97.
SLACK = Fraction(1, 10**9)


def to_five(count: int) -> int:
    """Return a count of people (0 or more) rounded to the nearest 5: 12 -> 10, 13 -> 15."""
    return (count + 2) // 5 * 5


def half_up(value: Fraction | float, digits: int) -> Decimal:
    """Return the value rounded to so many decimals, halves upward (towards plus infinity)."""
    return _scaled(math.floor(_units(value, digits) + Fraction(1, 2)), digits)


def downward(value: Fraction | float, digits: int) -> Decimal:
    """Return the nearest number with so many decimals at or below the value."""
    return _scaled(math.floor(_units(value, digits) + SLACK), digits)


def upward(value: Fraction | float, digits: int) -> Decimal:
    """Return the nearest number with so many decimals at or above the value."""
    return _scaled(math.ceil(_units(value, digits) - SLACK), digits)


def _units(value: Fraction | float, digits: int) -> Fraction:
    scale: int = 10**digits
    return Fraction(value) * scale


def _scaled(units: int, digits: int) -> Decimal:
    return Decimal(units).scaleb(-digits)
