"""A word or a few. No key: the accepted answers stand in the wordings, and those of every language count."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from assessments.choices import DONT_KNOW, TypeCode
from assessments.item_types.base import Definition, Given, ItemType, Presentation, Words
from assessments.item_types.texts import accepted_faults, typed
from assessments.normalising import is_accepted


class ShortText(ItemType):
    """One field; a point for any accepted answer, compared by the rules of `normalising`."""

    code = TypeCode.SHORT_TEXT.value
    template = "assessments/items/short_text.html"

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return what was typed, as it was typed."""
        return typed(given, "text")

    def points(self, definition: Definition, answer: str) -> int:
        """Give a point for an accepted answer."""
        return int(answer != DONT_KNOW and is_accepted(answer, accepted_in(definition.accepted)))

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Fill in what was typed."""
        return Presentation(filled="" if answer == DONT_KNOW else answer)

    def right(self, definition: Definition) -> str:
        """Return the first accepted answer."""
        return next(iter(accepted_in(definition.accepted)), "")

    def in_words(self, words: Words, answer: str) -> str:
        """Return what was typed."""
        return "" if answer == DONT_KNOW else answer.strip()

    def solution(self, definition: Definition, words: Words) -> str:
        """Return the first accepted answer of the language, else of any."""
        return next(iter(accepted_in(words.accepted)), "") or self.right(definition)

    def accepted(self, lines: Sequence[str]) -> list[list[str]]:
        """Take each line for an accepted answer of the one gap."""
        return [[line.strip() for line in lines if line.strip()]]

    def accepted_lines(self, accepted: Sequence[Sequence[str]]) -> list[str]:
        """Return an accepted answer on each line."""
        return list(accepted_in(accepted))

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for an accepted answer in this language, which can be given."""
        mine = accepted_in(words.accepted)
        if definition.counts and not mine:
            return [_("Write the accepted answers of this language, one on a line.")]
        return accepted_faults(mine)


def accepted_in(accepted: Sequence[Sequence[str]]) -> Sequence[str]:
    """Return the accepted answers of the one gap."""
    return accepted[0] if accepted else ()
