"""What may be shown. Only the gate makes these; screens, charts and exports take nothing else."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from reports.disclosure.raw import Rule

Reason: TypeAlias = Literal["fewer-than-10", "cell-of-1-or-2", "count-is-a-bound", "mean-is-a-bound"]


@dataclass(frozen=True)
class Bound:
    """All that is said of a number: "4 or fewer", "26 or more" (people), "99 or more" (per cent)."""

    kind: Literal["at-most", "at-least"]
    number: int
    unit: Literal["people", "percent"] = "people"


@dataclass(frozen=True)
class PublishedFigure:
    """One wave; what is None may not be shown, and `reason` says why. `about`: n and count are rounded, say "about".

    `percent`, `low` and `high` (95 %) lie in 0 to 100 and carry the digits to print. `count` exists for a share only.
    A "mean" of scores that are all either 0 or 100 comes out as the "share" it is.
    """

    rule: Rule
    n: int | None = None
    percent: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    count: int | None = None
    bound: Bound | None = None
    reason: Reason | None = None
    about: bool = False


@dataclass(frozen=True)
class PublishedCount:
    """A number of people: the number, or a bound, or neither and the reason."""

    number: int | None = None
    bound: Bound | None = None
    reason: Reason | None = None
    about: bool = False


@dataclass(frozen=True)
class PublishedChange:
    """Last minus first in percentage points with a 95 % interval; None throughout where a figure is not shown.

    `n` is the smaller published group. `paired` is False where the interval takes the waves for different people.
    """

    points: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    n: int | None = None
    reason: Reason | None = None
    paired: bool = False


Published: TypeAlias = PublishedFigure | PublishedCount | PublishedChange


@dataclass(frozen=True)
class PublishedCell:
    """One place of a table; row and column are the keys it came in with."""

    row: str
    column: str
    content: Published


@dataclass(frozen=True)
class PublishedTable:
    """A table behind the gate, cells in the order they came in."""

    cells: tuple[PublishedCell, ...]

    def at(self, row: str, column: str) -> Published | None:
        """Return what stands in one place; None where the table has no such place."""
        for cell in self.cells:
            if (cell.row, cell.column) == (row, column):
                return cell.content
        return None
