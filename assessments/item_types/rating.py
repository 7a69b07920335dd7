"""How far somebody agrees, from 1 to 5. Nothing is right, and it never counts."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.item_types.base import Definition, Given, ItemType, Presentation, Shown, Words, single

DEGREES = ("1", "2", "3", "4", "5")


class Rating(ItemType):
    """Five radio buttons from "not at all" to "fully", always in this order."""

    code = TypeCode.RATING.value
    template = "assessments/items/rating.html"
    offers_dont_know = False

    def choices(self, definition: Definition) -> Iterable[str]:
        """Offer the five degrees."""
        return DEGREES

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the degree."""
        return single(given, "choice")

    def points(self, definition: Definition, answer: str) -> int:
        """Give none."""
        return 0

    def max_points(self, definition: Definition) -> int:
        """Offer none, so that grading leaves the item out whatever its kind."""
        return 0

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Show the degrees."""
        return Presentation(options=tuple(Shown(one, label(one), one == answer) for one in DEGREES))

    def right(self, definition: Definition) -> str:
        """Return nothing: there is no right answer."""
        return ""

    def in_words(self, words: Words, answer: str) -> str:
        """Return the label of the degree."""
        return label(answer)

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Refuse what would make a scale a question of knowledge."""
        found = []
        if definition.counts:
            found.append(_("A scale from 1 to 5 has no right answer: let its kind be attitude."))
        if words.options:
            found.append(_("The five degrees are offered by themselves: take the options away."))
        return found


def label(degree: str) -> str:
    """Return the words of a degree in the language of the page, "" for anything else."""
    labels = {"1": _("Not at all"), "2": _("Rather not"), "3": _("In between"), "4": _("Rather yes"), "5": _("Fully")}
    return labels.get(degree, "")
