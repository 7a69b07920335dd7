"""The numbers of the disclosure rules, each in one place."""

FEWEST_PEOPLE = 10
# Protected: counts of 0 to FEW, and counts that leave 0 to FEW, are shown only as bounds.
FEW = 4
# Others: counts of 1 to RARE, and counts that leave 1 to RARE, are hidden. 0 and everyone may be shown.
RARE = 2
# Protected: percentages are whole below so many people, with one decimal from there.
DECIMAL_FROM = 200
# Per cent. A protected mean from here outward is a bound: "100 %" would tell every single score.
MEAN_AT_MOST, MEAN_AT_LEAST = 1, 99
# Points. The least spread a protected mean's interval assumes: no spread would say that all scored the same.
LEAST_SPREAD = 5


def is_few(count: int, n: int) -> bool:
    """Say whether a count, or what it leaves of n people, is too small to be shown for protected people."""
    return count <= FEW or n - count <= FEW


def is_rare(count: int, n: int) -> bool:
    """Say whether a count, or what it leaves of n people, is too small to be shown for other people."""
    return 1 <= count <= RARE or 1 <= n - count <= RARE


def digits_for_protected(n: int) -> int:
    """Return the decimals a percentage of n protected people is shown with; n is the true number."""
    return 1 if n >= DECIMAL_FROM else 0
