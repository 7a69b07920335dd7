"""Who has earned an award. Pure: returns every missing thing by name."""

from collections.abc import Collection, Sequence


def missing_steps(wanted: Sequence[str], done: Collection[str]) -> list[str]:
    """Return the codes of the steps still missing, in the award's order; an empty list means: earned.

    An award without steps is never earned: it would be given to everybody.
    """
    if not wanted:
        return ["steps"]
    return [code for code in wanted if code not in done]
