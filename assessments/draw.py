"""Which form a learner gets, and which items stand on it. Pure: the counts and the chance are given.

A first sitting takes the form that fewer of the cohort have had, chance decides a tie: after each person the counts
differ by one at most. Later waves go on to the next form, so that nothing can be learnt by heart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class PoolItem:
    """An item of a form as the draw sees it, in the form's order. Of one `family` a drawn paper holds one at most."""

    item: int
    topic: str
    is_anchor: bool = False
    family: str = ""


class BlueprintError(ValueError):
    """The pool is too small for the blueprint; the text says what is missing."""


def draw_form(letters: Sequence[str], had: Sequence[str], taken: Mapping[str, int], seed: str) -> str:
    """Return the letter of the form to sit.

    `had` are the letters this learner sat before, oldest first; `taken` counts first sittings of the cohort by
    letter; `seed` makes the draw repeatable. Raises ValueError without a form.
    """
    if not letters:
        raise ValueError("There is no form to draw from.")
    ordered = sorted(letters)
    if had and had[-1] in ordered:
        return ordered[(ordered.index(had[-1]) + 1) % len(ordered)]
    fewest = min(taken.get(letter, 0) for letter in ordered)
    return Random(seed).choice([letter for letter in ordered if taken.get(letter, 0) == fewest])  # noqa: S311 -- a fair draw, no secret


def draw_paper(pool: Sequence[PoolItem], rows: Mapping[str, int] | None, seed: int, *, shuffle: bool) -> list[int]:
    """Return the items of one paper in their order: the same pool, rows and seed give the same paper.

    Without `rows` (a fixed form) all items stand on it. With rows: every anchor, and of each topic so many others,
    none of a family twice. `shuffle` gives an order of its own; otherwise the form's order stays.
    Raises BlueprintError where the pool has too few.
    """
    random = Random(seed)  # noqa: S311 -- a fair draw, no secret
    drawn = {one.item for one in pool} if rows is None else _drawn(pool, rows, random)
    paper = [one.item for one in pool if one.item in drawn]
    if shuffle:
        random.shuffle(paper)
    return paper


def draw_order(pool: Sequence[PoolItem], rows: Mapping[str, int]) -> list[str]:
    """Return the topics in the order in which they are drawn.

    The narrowest first: a family they share with a wide one is then not used up by it.
    """
    spare = _spare(pool, rows)
    return sorted(rows, key=lambda name: (len(spare[name]) - rows[name], name))


def _spare(pool: Sequence[PoolItem], rows: Mapping[str, int]) -> dict[str, list[PoolItem]]:
    return {topic: [one for one in pool if one.topic == topic and not one.is_anchor] for topic in rows}


def _drawn(pool: Sequence[PoolItem], rows: Mapping[str, int], random: Random) -> set[int]:
    anchors = [one for one in pool if one.is_anchor]
    found, families = {one.item for one in anchors}, {one.family for one in anchors} - {""}
    spare = _spare(pool, rows)
    for topic in draw_order(pool, rows):
        wanted = rows[topic]
        for one in random.sample(spare[topic], len(spare[topic])):
            if wanted and one.family not in families:
                found.add(one.item)
                families |= {one.family} - {""}
                wanted -= 1
        if wanted:
            raise BlueprintError(f"The topic {topic} lacks {wanted} of the {rows[topic]} questions that are wanted.")
    return found
