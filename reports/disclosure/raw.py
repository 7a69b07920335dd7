"""What is counted, exact, before the gate. No screen, chart or export may take one of these."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from reports.statistics.means import Number

PrivacyClass: TypeAlias = Literal["ordinary", "law_enforcement", "protected"]
Rule: TypeAlias = Literal["mean", "share"]
# Yes both times, yes first only, yes last only, neither.
Pairs: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True)
class ScoreSums:
    """Sum and sum of squares over people of per cent correct (0 to 100, one score per person)."""

    total: Number
    total_of_squares: Number

    @classmethod
    def of_points(cls, total: int, total_of_squares: int, max_points: int) -> "ScoreSums":
        """Return exact sums from points, where every person could reach the same `max_points`."""
        return cls(Fraction(100 * total, max_points), Fraction(10_000 * total_of_squares, max_points**2))


@dataclass(frozen=True)
class RawFigure:
    """One wave of one group: n people with either `successes` (rule "share") or `scores` (rule "mean").

    Raises ValueError where n people cannot have these numbers or the privacy class is unknown.
    """

    rule: Rule
    privacy_class: PrivacyClass
    n: int
    successes: int | None = None
    scores: ScoreSums | None = None

    def __post_init__(self) -> None:
        require_known(self.privacy_class)
        if self.rule == "share" and self.successes is not None and self.scores is None:
            possible = 0 <= self.successes <= self.n
        elif self.rule == "mean" and self.scores is not None and self.successes is None:
            possible = _fit(self.n, self.scores)
        else:
            raise ValueError('A "share" is given by successes, a "mean" by scores, and by nothing else.')
        if not possible:
            raise ValueError("So many people cannot have these results.")


@dataclass(frozen=True)
class RawCount:
    """So many people at one place on the road: joined, first test, last test."""

    privacy_class: PrivacyClass
    number: int

    def __post_init__(self) -> None:
        require_known(self.privacy_class)
        if self.number < 0:
            raise ValueError("A number of people cannot be below 0.")


@dataclass(frozen=True)
class RawMissing:
    """Of `started` people, `present` took part in a later wave."""

    privacy_class: PrivacyClass
    started: int
    present: int

    def __post_init__(self) -> None:
        require_known(self.privacy_class)
        if not 0 <= self.present <= self.started:
            raise ValueError("Those present are some of those who started.")


@dataclass(frozen=True)
class RawChange:
    """Two waves of one group under one rule; `pairs`, where known, says how the same people answered both times."""

    first: RawFigure
    last: RawFigure
    pairs: Pairs | None = None

    def __post_init__(self) -> None:
        if (self.first.rule, self.first.privacy_class) != (self.last.rule, self.last.privacy_class):
            raise ValueError("Only figures of one rule and one privacy class can be compared.")
        if self.pairs is not None:
            both, first_only, last_only, _ = self.pairs
            margins = (sum(self.pairs), both + first_only, sum(self.pairs), both + last_only)
            if margins != (self.first.n, self.first.successes, self.last.n, self.last.successes):
                raise ValueError("The pairs do not add up to the two figures.")


Raw: TypeAlias = RawFigure | RawCount | RawMissing | RawChange


@dataclass(frozen=True)
class RawCell:
    """One place of a table; row and column are keys, not words."""

    row: str
    column: str
    content: Raw


@dataclass(frozen=True)
class RawTable:
    """At most two-way: one content for each pair of row and column. Raises ValueError where a place is taken twice."""

    cells: tuple[RawCell, ...]

    def __post_init__(self) -> None:
        if len({(cell.row, cell.column) for cell in self.cells}) < len(self.cells):
            raise ValueError("A place in a table can be filled only once.")


def require_known(privacy_class: str) -> None:
    """Raise ValueError for a privacy class without rules, so that a new class is never shown by accident."""
    if privacy_class not in get_args(PrivacyClass):
        raise ValueError(f"There are no disclosure rules for the privacy class {privacy_class!r}.")


def _fit(n: int, scores: ScoreSums) -> bool:
    """Say whether n scores between 0 and 100 can have these sums."""
    total, squares = Fraction(scores.total), Fraction(scores.total_of_squares)
    return n >= 0 and total * total <= squares * n and squares <= 100 * total <= 10_000 * n
