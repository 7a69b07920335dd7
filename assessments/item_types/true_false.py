"""A statement that is true or not. The key is "true" or "false"."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments.choices import DONT_KNOW, TypeCode
from assessments.item_types.base import Definition, Given, ItemType, Presentation, Shown, Words, single

VALUES = ("true", "false")


class TrueFalse(ItemType):
    """Three radio buttons: true, false, "I don't know"; always in this order, with words of our own."""

    code = TypeCode.TRUE_FALSE.value
    template = "assessments/items/true_false.html"

    def choices(self, definition: Definition) -> Iterable[str]:
        """Offer true and false."""
        return VALUES

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return what was chosen."""
        chosen = single(given, "choice")
        return "" if chosen == DONT_KNOW else chosen

    def points(self, definition: Definition, answer: str) -> int:
        """Give a point for the key."""
        return int(answer in VALUES and answer == self.right(definition))

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Show true, then false."""
        return Presentation(options=tuple(Shown(one, label(one), one == answer) for one in VALUES))

    def right(self, definition: Definition) -> str:
        """Return the key."""
        return definition.key.strip().lower()

    def in_words(self, words: Words, answer: str) -> str:
        """Return the label of what was chosen."""
        return label(answer) if answer in VALUES else ""

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for one of two keys, and for no options."""
        found = []
        if definition.counts and self.right(definition) not in VALUES:
            found.append(_("The right answer is true or false: write one of these two words, in English."))
        if words.options:
            found.append(_("True and false are offered by themselves: take the options away."))
        return found


def label(value: str) -> str:
    """Return the words of a choice in the language of the page."""
    return pgettext("answer", "True") if value == "true" else pgettext("answer", "False")
