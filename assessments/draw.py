"""Which form a learner gets. Pure: the counts and the chance are given.

A first sitting takes the form that fewer of the cohort have had, chance decides a tie: after each person the counts
differ by one at most. Later waves go on to the next form, so that nothing can be learnt by heart.
"""

from collections.abc import Mapping, Sequence
from random import Random


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
