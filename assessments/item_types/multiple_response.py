"""Several right options. The key holds their letters: "a,c"."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from assessments.choices import DONT_KNOW, Scoring, TypeCode
from assessments.item_types.base import Definition, Given, Presentation, Shown, Words, letters_in, shuffled
from assessments.item_types.parts import PartsType
from assessments.item_types.single_choice import option_faults


class MultipleResponse(PartsType):
    """Boxes to tick; the answer holds the ticked letters in their order: "a,c"."""

    code = TypeCode.MULTIPLE_RESPONSE.value
    template = "assessments/items/multiple_response.html"

    def choices(self, definition: Definition) -> Iterable[str]:
        """Offer the letters."""
        return definition.options

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the ticked letters, in the order of letters."""
        return ",".join(sorted(set(given.get("choice", ())) - {DONT_KNOW, ""}))

    def parts(self, definition: Definition) -> int:
        """Count the right options."""
        return len(set(letters_in(definition.key)))

    def count(self, definition: Definition, answer: str) -> tuple[int, int]:
        """Count right and wrong ticks."""
        ticked, key = ticks(answer), set(letters_in(definition.key))
        return len(ticked & key), len(ticked - key)

    def points(self, definition: Definition, answer: str) -> int:
        """Score the ticks; without a penalty, more ticks than right options give nothing: ticking all is no answer."""
        if definition.scoring == Scoring.PARTIAL and len(ticks(answer)) > self.parts(definition):
            return 0
        return super().points(definition, answer)

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Show the options in the author's order, or in this sitting's."""
        texts = {option.id: option.text for option in words.options}
        order = shuffled(texts, seed) if shuffle else list(texts)
        return Presentation(options=tuple(Shown(one, texts[one], one in ticks(answer)) for one in order))

    def right(self, definition: Definition) -> str:
        """Return the key as an answer."""
        return ",".join(sorted(set(letters_in(definition.key))))

    def in_words(self, words: Words, answer: str) -> str:
        """Return the texts of the ticked options."""
        return "; ".join(option.text for option in words.options if option.id in ticks(answer))

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for options, a key among them, and one that is wrong: else ticking all would be right."""
        found = option_faults(words)
        key, letters = set(letters_in(definition.key)), {option.id for option in words.options}
        if definition.counts and not (key and key <= letters):
            found.append(_("The right answers are the letters of options, with commas: a,c for the first and third."))
        elif definition.counts and key == letters:
            found.append(_("Every option is right: add one that is not, or whoever ticks all knows everything."))
        return found


def ticks(answer: str) -> set[str]:
    """Return the letters that were ticked."""
    return set() if answer == DONT_KNOW else {one for one in answer.split(",") if one}
