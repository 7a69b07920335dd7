"""A number, with a tolerance and a unit. The key is the number, written with a point: "1.5"."""

from decimal import Decimal

from django.utils.translation import gettext as _

from assessments.choices import DONT_KNOW, TypeCode
from assessments.item_types.base import Definition, Given, ItemType, Presentation, Words
from assessments.item_types.texts import typed
from assessments.numerals import plain_number, readings


class Numeric(ItemType):
    """One field, with the unit beside it; a point for a number that lies within the tolerance.

    What is no number is kept as it was typed and gives no point: nobody's words are refused in a test.
    """

    code = TypeCode.NUMERIC.value
    template = "assessments/items/numeric.html"

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return what was typed, as it was typed."""
        return typed(given, "text")

    def points(self, definition: Definition, answer: str) -> int:
        """Give a point where a reading of the number lies within the tolerance, its edges included."""
        key = plain_number(definition.key)
        if key is None or answer == DONT_KNOW:
            return 0
        return int(any(abs(one - key) <= (definition.tolerance or 0) for one in readings(answer, definition.units)))

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Fill in what was typed, and show the unit."""
        return Presentation(filled="" if answer == DONT_KNOW else answer, unit=words.unit)

    def right(self, definition: Definition) -> str:
        """Return the key."""
        return definition.key.strip()

    def in_words(self, words: Words, answer: str) -> str:
        """Return what was typed, with the unit unless it was typed as well."""
        text = "" if answer == DONT_KNOW else answer.strip()
        return f"{text} {words.unit}" if text and readings(text) and words.unit else text

    def solution(self, definition: Definition, words: Words) -> str:
        """Return the number with its tolerance and unit: "1.5 ± 0.1 ml"."""
        around = definition.tolerance or Decimal(0)
        told = f"{self.right(definition)} ± {around.normalize():f}" if around else self.right(definition)
        return f"{told} {words.unit}".strip()

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for a number, and for a tolerance that is not below 0."""
        found = []
        if definition.counts and plain_number(definition.key) is None:
            found.append(_("The right answer is a number in digits, with a point and without a unit: 1000 or 1.5."))
        if definition.tolerance is not None and definition.tolerance < 0:
            found.append(_("The tolerance is 0 or more."))
        return found
