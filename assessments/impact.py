"""What a regrade does to scores, added up, and how much of it may be shown. Pure.

Dry runs with one key after the other would tell what single people chose: so nothing is said of few people, and every
number of people or sittings is shown rounded (docs/rules/regrade.md).
"""

from collections import Counter
from dataclasses import dataclass, field

FEW = 4
STEP = 5
# Figures about one question: of protected people from 20 on, of others from 10.
FEWEST = {True: 20, False: 10}


@dataclass(frozen=True)
class Move:
    """One sitting before and after; `after` is None where its answers are no longer kept. Pairs of points and most."""

    before: tuple[int, int]
    after: tuple[int, int] | None
    is_changed: bool = False

    @property
    def by(self) -> int:
        """Return how many points it goes up or down."""
        return 0 if self.after is None else self.after[0] - self.before[0]


@dataclass
class Tally:
    """Sums over one group: people, sittings, moves by points, who passes now and who no longer does."""

    people: int = 0
    sittings: int = 0
    moved: int = 0
    by: Counter[int] = field(default_factory=Counter)
    now_pass: int = 0
    no_longer: int = 0
    not_kept: int = 0

    def add(self, moves: list[Move], *, now_pass: bool, no_longer: bool) -> None:
        """Add one person's sittings of one test that the change reaches."""
        self.people += 1
        self.sittings += len(moves)
        self.now_pass += now_pass
        self.no_longer += no_longer
        for one in moves:
            self.not_kept += one.after is None
            self.moved += one.is_changed
            if one.is_changed:
                self.by[one.by] += 1


@dataclass(frozen=True)
class Shown:
    """What is said of a number: the number itself (`kind` "about"), a bound, or nothing."""

    kind: str
    number: int = 0


def shown(count: int, of: int, *, is_protected: bool, people: int | None = None) -> Shown:
    """Return how much may be said of a count among `of`; `people` stand behind it, `of` unless given.

    Fewer people than FEWEST: "hidden". 0 to 4: "at-most" 4. All but 0 to 4: "at-least". Otherwise rounded to 5.
    """
    if (of if people is None else people) < FEWEST[is_protected]:
        return Shown("hidden")
    if count <= FEW:
        return Shown("at-most", FEW)
    if of - count <= FEW:
        return Shown("at-least", max(rounded(of) - FEW, 0))
    return Shown("about", rounded(count))


def rounded(count: int) -> int:
    """Return a count rounded to the nearest 5."""
    return STEP * ((count + STEP // 2) // STEP)
