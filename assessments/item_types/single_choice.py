"""One right option of several. The key is its letter."""

from assessments.choices import TypeCode
from assessments.item_types.base import (
    AnswerError,
    Definition,
    Given,
    ItemType,
    Option,
    Presentation,
    Shown,
    Words,
    shuffled,
)


class SingleChoice(ItemType):
    """Radio buttons; a point for the key."""

    code = TypeCode.SINGLE_CHOICE.value
    template = "assessments/items/single_choice.html"

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the chosen letter."""
        chosen = [value for value in given.get("choice", ()) if value]
        if not chosen:
            return ""
        if len(chosen) > 1 or chosen[0] not in definition.options:
            raise AnswerError
        return chosen[0]

    def points(self, definition: Definition, answer: str) -> int:
        """Give a point for the key."""
        return int(answer == definition.key)

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Show the options in the author's order, or in this sitting's."""
        by_id: dict[str, Option] = {option.id: option for option in words.options}
        order = shuffled(list(by_id), seed) if shuffle else list(by_id)
        return Presentation(options=tuple(Shown(one, by_id[one].text, one == answer) for one in order))

    def faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for two options at least, no two alike, and a key among them."""
        found = []
        texts = [option.text for option in words.options]
        if len(texts) < 2:
            found.append("Write at least two options, one on a line.")
        if len(set(texts)) < len(texts):
            found.append("Two options read the same: change one of them.")
        if definition.key not in {option.id for option in words.options}:
            found.append("The right answer is the letter of one of the options: a for the first, b for the second.")
        return found

    def solution(self, definition: Definition, words: Words) -> str:
        """Return the text of the key."""
        return next((option.text for option in words.options if option.id == definition.key), "")
