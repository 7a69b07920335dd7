"""Steps to put in order. The key holds the letters in the right order: "c,a,b".

The page knows the lines by numbers in the seed's order, whatever the author's: neither letters nor places lead to the
key. The answer holds the place given to each letter ("a=2,c=1"), so that one that is half done is kept as it is.
"""

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.item_types.base import (
    AnswerError,
    Definition,
    Given,
    Presentation,
    Shown,
    Words,
    letters_in,
    shuffled,
    single,
)
from assessments.item_types.parts import PartsType, read_pairs, write_pairs
from assessments.item_types.single_choice import option_faults


class Ordering(PartsType):
    """A number to choose beside each line; each line in its right place is a part."""

    code = TypeCode.ORDERING.value
    template = "assessments/items/ordering.html"

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the place of each line that was given one."""
        places = {str(place) for place in range(1, len(definition.options) + 1)}
        chosen = {}
        for number, letter in enumerate(shuffled(definition.options, seed), 1):
            place = single(given, f"place-{number}")
            if place and place not in places:
                raise AnswerError
            if place:
                chosen[letter] = place
        return write_pairs(chosen)

    def parts(self, definition: Definition) -> int:
        """Count the lines."""
        return len(letters_in(definition.key))

    def count(self, definition: Definition, answer: str) -> tuple[int, int]:
        """Count lines in their right place; a place that was given twice is wrong both times."""
        chosen = read_pairs(answer)
        places = list(chosen.values())
        right = sum(
            1
            for place, letter in enumerate(letters_in(definition.key), 1)
            if chosen.get(letter) == str(place) and places.count(str(place)) == 1
        )
        return right, len(chosen) - right

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Show the lines in the seed's order, always: the author's may be the right one."""
        texts = {option.id: option.text for option in words.options}
        chosen = read_pairs(answer)
        order = shuffled(texts, seed)
        lines = [Shown(str(at), texts[one], filled=chosen.get(one, "")) for at, one in enumerate(order, 1)]
        places = [Shown(str(at), str(at)) for at in range(1, len(order) + 1)]
        return Presentation(options=tuple(lines), choices=tuple(places))

    def right(self, definition: Definition) -> str:
        """Return the key as an answer."""
        return write_pairs({letter: str(place) for place, letter in enumerate(letters_in(definition.key), 1)})

    def in_words(self, words: Words, answer: str) -> str:
        """Return the lines by the places they were given: "1. ...; 2. ..."."""
        texts = {option.id: option.text for option in words.options}
        placed = sorted(
            (int(place), texts.get(one, "")) for one, place in read_pairs(answer).items() if place.isdecimal()
        )
        return "; ".join(f"{place}. {text}" for place, text in placed)

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for options, and for a key with each of them once."""
        found = option_faults(words)
        key, letters = letters_in(definition.key), {option.id for option in words.options}
        if len(key) != len(letters) or set(key) != letters:
            found.append(_("The right order holds the letter of each option once, with commas: c,a,b."))
        return found
