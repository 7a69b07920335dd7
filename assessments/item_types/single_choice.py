"""One right option of several. The key is its letter."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from assessments.choices import DONT_KNOW, TypeCode
from assessments.item_types.base import (
    Definition,
    Given,
    ItemType,
    Option,
    Presentation,
    Shown,
    Words,
    shuffled,
    single,
)


class SingleChoice(ItemType):
    """Radio buttons; a point for the key."""

    code = TypeCode.SINGLE_CHOICE.value
    template = "assessments/items/single_choice.html"

    def choices(self, definition: Definition) -> Iterable[str]:
        """Offer the letters."""
        return definition.options

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the chosen letter."""
        chosen = single(given, "choice")
        return "" if chosen == DONT_KNOW else chosen

    def points(self, definition: Definition, answer: str) -> int:
        """Give a point for the key."""
        return int(answer != "" and answer == self.right(definition))

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Show the options in the author's order, or in this sitting's."""
        by_id: dict[str, Option] = {option.id: option for option in words.options}
        order = shuffled(by_id, seed) if shuffle else list(by_id)
        return Presentation(
            options=tuple(Shown(one, by_id[one].text, one == answer, picture=by_id[one].picture) for one in order)
        )

    def right(self, definition: Definition) -> str:
        """Return the key."""
        return definition.key

    def in_words(self, words: Words, answer: str) -> str:
        """Return the text of the chosen option."""
        return next((option.text for option in words.options if option.id == answer), "")

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for two options at least, no two alike, and a key among them."""
        found = option_faults(words)
        if definition.counts and definition.key not in {option.id for option in words.options}:
            found.append(_("The right answer is the letter of one of the options: a for the first, b for the second."))
        return found


def option_faults(words: Words) -> list[str]:
    """Ask for two options at least, none empty, no two alike."""
    found = []
    texts = [option.text for option in words.options]
    if len(texts) < 2:
        found.append(_("Write at least two options, one on a line."))
    if len(set(texts)) < len(texts):
        found.append(_("Two options read the same: change one of them."))
    if not all(texts):
        found.append(_("An option is empty: write it, or take its line away."))
    return found
