"""The strength word beside a change, by fixed rules. Keys only; templates hold the sentences."""

from decimal import Decimal
from typing import Literal, TypeAlias

from reports.disclosure.published import PublishedChange

Strength: TypeAlias = Literal["clear", "likely", "unsure"]

CLEAR_ABOVE = Decimal(5)
CLEAR_FROM_PEOPLE = 30


def strength(change: PublishedChange) -> Strength | None:
    """Return how sure a rise is: "clear", "likely" or "unsure" (cannot tell); None where no change is shown.

    Clear: the whole interval above 5 points and 30 people or more. Likely: the whole interval above 0. Unsure:
    anything else, a fall included. The word is a function of what is published and so tells nothing more: for protected
    people the rounded numbers decide, never the exact ones (about 30 may be 28 and still count as 30).
    """
    if change.low is None or change.n is None:
        return None
    if change.low > CLEAR_ABOVE and change.n >= CLEAR_FROM_PEOPLE:
        return "clear"
    if change.low > 0:
        return "likely"
    return "unsure"
