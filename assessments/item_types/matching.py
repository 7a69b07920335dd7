"""Pairs. Each line of the options is one: left = right; a line without a left side is a right side too many.

The pairing is the wording's own, so the key stays empty. The page knows right sides by numbers in the seed's order.
The answer holds the letter of the right side chosen for each left side: "a=c,b=b".
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.item_types.base import (
    AnswerError,
    Definition,
    Given,
    Option,
    Presentation,
    Shown,
    Words,
    letter_at,
    shuffled,
    single,
)
from assessments.item_types.parts import PartsType, read_pairs, write_pairs

SIGN = re.compile(r"(?<!\\)=")


class Matching(PartsType):
    """A list to choose from beside each left side; each right pair is a part."""

    code = TypeCode.MATCHING.value
    template = "assessments/items/matching.html"

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the right side chosen for each left side."""
        numbers = {number: letter for letter, number in numbers_of(definition.options, seed).items()}
        chosen = {}
        for left, _right in definition.pairs:
            number = single(given, f"match-{left}")
            if number and number not in numbers:
                raise AnswerError
            if number:
                chosen[left] = numbers[number]
        return write_pairs(chosen)

    def parts(self, definition: Definition) -> int:
        """Count the left sides."""
        return len(definition.pairs)

    def count(self, definition: Definition, answer: str) -> tuple[int, int]:
        """Count right and wrong pairs; of right sides that read the same, each is right."""
        same, chosen = dict(definition.pairs), read_pairs(answer)
        right = sum(
            1 for left, wanted in definition.pairs if wanted in {chosen.get(left), same.get(chosen.get(left, ""))}
        )
        return right, len(chosen) - right

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Show left sides in the author's order or this sitting's, right sides in the seed's, each text once."""
        numbers, first = numbers_of([option.id for option in words.options], seed), firsts(words.options)
        chosen = read_pairs(answer)
        lefts = {option.id: option.text for option in words.options if option.text}
        order = shuffled(lefts, f"{seed}:left") if shuffle else list(lefts)
        texts = {first[option.id]: option.match for option in words.options}
        return Presentation(
            options=tuple(
                Shown(one, lefts[one], filled=numbers.get(first.get(chosen.get(one, ""), ""), "")) for one in order
            ),
            choices=tuple(Shown(numbers[one], texts[one]) for one in sorted(texts, key=lambda one: int(numbers[one]))),
        )

    def right(self, definition: Definition) -> str:
        """Return the pairs as an answer."""
        return write_pairs(dict(definition.pairs))

    def in_words(self, words: Words, answer: str) -> str:
        """Return the pairs that were made: "left – right; ..."."""
        by_id = {option.id: option for option in words.options}
        return "; ".join(
            f"{by_id[left].text} – {by_id[right].match}"
            for left, right in read_pairs(answer).items()
            if left in by_id and right in by_id
        )

    def options(self, lines: Sequence[str]) -> list[dict[str, str]]:
        r"""Return the pairs of what an author wrote; an equals sign inside a text is written \=."""
        return [{"id": letter_at(at), **pair(line)} for at, line in enumerate(lines)]

    def option_lines(self, options: Iterable[Option]) -> list[str]:
        """Return a line for each pair."""
        return [" = ".join(text.replace("=", r"\=") for text in (one.text, one.match)).strip() for one in options]

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for two pairs at least, with both sides, no two left sides alike."""
        found = []
        lefts = [option.text for option in words.options if option.text]
        if len(lefts) < 2:
            found.append(_("Write at least two pairs, one on a line: left = right."))
        if not all(option.match for option in words.options):
            found.append(_("Each line needs its right side behind an equals sign: left = right."))
        if len(set(lefts)) < len(lefts):
            found.append(_("Two left sides read the same: change one of them."))
        if len(set(firsts(words.options).values())) < 2:
            found.append(_("All right sides read the same, so there is nothing to match: change one of them."))
        if definition.pairs and definition.pairs != pairs_of(words.options):
            found.append(_("The same right sides must read the same in every language: compare the lines."))
        return found


def pair(line: str) -> dict[str, str]:
    """Return the two sides of a line."""
    sides = [side.strip().replace(r"\=", "=") for side in SIGN.split(line, maxsplit=1)]
    return {"text": sides[0], "match": sides[1] if len(sides) > 1 else ""}


def firsts(options: Iterable[Option]) -> Mapping[str, str]:
    """Return for each letter the first whose right side reads the same."""
    texts: dict[str, str] = {}
    return {option.id: texts.setdefault(option.match, option.id) for option in options}


def pairs_of(options: Sequence[Option]) -> tuple[tuple[str, str], ...]:
    """Return each left side with the letter of its right side."""
    first = firsts(options)
    return tuple((option.id, first[option.id]) for option in options if option.text)


def numbers_of(letters: Iterable[str], seed: str) -> dict[str, str]:
    """Return the number by which the page knows each right side."""
    return {letter: str(at) for at, letter in enumerate(shuffled(letters, f"{seed}:right"), 1)}
