"""Synthetic scores that add up to a published total exactly. Pure; the same seed gives the same people."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

MOST = 20
DEVIATION_BEFORE = 2.8


@dataclass(frozen=True)
class Group:
    """One audience of the demonstration: its cohorts, and how many answers were right in all, before and after.

    The figures of police, backbones and fellows are those of Anshan, 2004-2005; social workers have no source.
    """

    audience: str
    programme: str
    cohorts: tuple[int, ...]
    before: int
    after: int
    # How far scores lie apart after the course; before it they lie further apart.
    deviation: float
    stayed: int = 0

    @property
    def people(self) -> int:
        """Return how many there are."""
        return sum(self.cohorts)


GROUPS = (
    Group("police", "anshan", (20, 20, 20), 870, 1157, 1.2, 54),
    Group("backbone", "anshan", (30,), 376, 572, 1.3, 26),
    Group("fellow", "anshan", (8,) * 24 + (7,) * 6, 2382, 4249, 2.4, 201),
    Group("social-worker", "community-treatment", (24, 24), 612, 851, 2.2),
)


@dataclass(frozen=True)
class Person:
    """What one synthetic person had right in each test, by the code of its step."""

    points: dict[str, int]


def people_of(group: Group) -> list[Person]:
    """Return everybody of a group; the sums of INTAKE and END are the group's figures."""
    random = Random(f"three-two-one {group.audience}")  # noqa: S311 -- figures, no secret
    ability = [random.random() for _ in range(group.people)]
    before = _by_ability(_spread(group.before, group.people, DEVIATION_BEFORE, random), ability, random)
    after = _by_ability(_spread(group.after, group.people, group.deviation, random), ability, random)
    stayed = set(random.sample(range(group.people), group.stayed))
    found = []
    for at in range(group.people):
        points = {"intake": before[at], "end": after[at]}
        if at in stayed:
            points["follow-up"] = max(0, after[at] - random.choice((0, 0, 1, 1, 2)))
            points["exam"] = max(0, points["follow-up"] - random.choice((-1, 0, 0, 1)))
            points["exam"] = min(points["exam"], after[at])
        found.append(Person(points))
    return found


def _spread(total: int, people: int, deviation: float, random: Random) -> list[int]:
    """Return scores of 0 to MOST around the mean that add up to `total`."""
    mean = total / people
    scores = [min(MOST, max(0, round(random.gauss(mean, deviation)))) for _ in range(people)]
    while (missing := total - sum(scores)) != 0:
        step = 1 if missing > 0 else -1
        movable = [at for at, score in enumerate(scores) if 0 <= score + step <= MOST]
        scores[random.choice(movable)] += step
    return scores


def _by_ability(scores: Sequence[int], ability: Sequence[float], random: Random) -> list[int]:
    """Give the higher scores to the abler, loosely: two tests of one person resemble each other."""
    order = sorted(range(len(ability)), key=lambda at: ability[at] + random.gauss(0, 0.25))
    found = [0] * len(ability)
    for at, score in zip(order, sorted(scores), strict=True):
        found[at] = score
    return found
