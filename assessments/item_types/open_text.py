"""Free text that a person marks. The key holds the most points: "4".

Whoever marks reads it under the sitting's number, never under a name. It is barred from protected cohorts
(`is_barred_from_protected`), because a way of writing tells who wrote.
"""

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.item_types.base import Definition, Given, ItemType, Presentation, Words
from assessments.item_types.texts import typed_lines

LONGEST = 4000
MOST_POINTS = 20


class OpenText(ItemType):
    """A large field; grading takes the points of its `Mark`, none while there is none."""

    code = TypeCode.OPEN_TEXT.value
    template = "assessments/items/open_text.html"
    offers_dont_know = False
    is_marked_by_person = True
    is_barred_from_protected = True

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return what was typed."""
        return typed_lines(given, "text", LONGEST)

    def points(self, definition: Definition, answer: str) -> int:
        """Give none: a person does."""
        return 0

    def max_points(self, definition: Definition) -> int:
        """Return what the key says, 0 where it says nothing that can be given."""
        key = definition.key.strip()
        return int(key) if key.isascii() and key.isdecimal() and 1 <= int(key) <= MOST_POINTS else 0

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Fill in what was typed."""
        return Presentation(filled=answer)

    def right(self, definition: Definition) -> str:
        """Return nothing: a person tells."""
        return ""

    def in_words(self, words: Words, answer: str) -> str:
        """Return what was typed."""
        return answer.strip()

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for the most points."""
        if definition.counts and not self.max_points(definition):
            return [_("The right answer of a free text is the most points it can get: a number from 1 to 20.")]
        return []
