"""The contract of an item type: one file each beside this one, and nothing else knows how a type works. Pure.

A type reads what a page sends into an *answer* (a text that is stored), gives whole points for it, and says how the
item is shown. Letters of options (a, b, c ...) are the same in every language. Where the order of letters would give
the key away (ordering, matching), the page gets numbers in an order that comes from the sitting's seed; `read` turns
them back. Rules and worked examples: docs/rules/items.md.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import ClassVar

from assessments.choices import DONT_KNOW, Scoring

LETTERS = "abcdefghijklmnopqrstuvwxyz"
Given = Mapping[str, Sequence[str]]


class AnswerError(ValueError):
    """What was sent fits no option of the item: a page of another question, or one that was tampered with."""


@dataclass(frozen=True)
class Definition:
    """What scoring needs of a question, in no language; `accepted` holds the texts of each gap, all languages together."""

    type: str
    key: str = ""
    scoring: str = Scoring.ALL_OR_NOTHING.value
    tolerance: Decimal | None = None
    options: tuple[str, ...] = ()
    accepted: tuple[tuple[str, ...], ...] = ()
    counts: bool = True


@dataclass(frozen=True)
class Words:
    """A wording as a type sees it: stem, options (letter, text, what it is matched with), unit; `accepted` is per gap."""

    stem: str
    options: tuple["Option", ...] = ()
    accepted: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    rationale: str = ""


@dataclass(frozen=True)
class Option:
    """One option: its letter, its text, and for matching the text that belongs to it."""

    id: str
    text: str
    match: str = ""


@dataclass(frozen=True)
class Shown:
    """An option as the page shows it: the value it sends, its text, and whether it is chosen now."""

    value: str
    text: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Presentation:
    """What the template of a type gets beside the stem. Nothing here tells right from wrong."""

    options: tuple[Shown, ...] = ()
    # Matching: the texts to choose from. Cloze: the stem in pieces, a gap between each two.
    choices: tuple[Shown, ...] = ()
    pieces: tuple[str, ...] = ()
    # What is filled in now: texts of gaps, or of the one field.
    filled: tuple[str, ...] = field(default=())
    unit: str = ""


class ItemType(ABC):
    """One way of asking."""

    code: ClassVar[str]
    template: ClassVar[str]
    offers_dont_know: ClassVar[bool] = True
    is_marked_by_person: ClassVar[bool] = False

    def read(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the answer in what a page sent; "" for none. Raises AnswerError where it fits no option.

        `given` maps names of fields to the values sent. `seed` is the sitting's and the item's.
        """
        chosen = [value for value in given.get("choice", ()) if value]
        if self.offers_dont_know and chosen == [DONT_KNOW]:
            return DONT_KNOW
        return self.read_answer(given, definition, seed)

    @abstractmethod
    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the answer, once it is not "I don't know"."""

    @abstractmethod
    def points(self, definition: Definition, answer: str) -> int:
        """Return the points of an answer, from 0 to `max_points`."""

    def max_points(self, definition: Definition) -> int:
        """Return the points of a right answer: 1, or one for each part."""
        return 1

    @abstractmethod
    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Return what the page shows, with the saved answer filled in. `shuffle`: options in this sitting's order."""

    def options(self, lines: Sequence[str]) -> list[dict[str, str]]:
        """Return the options of what an author wrote, one on a line."""
        return [{"id": letter, "text": line} for letter, line in zip(LETTERS, lines, strict=False)]

    def faults(self, definition: Definition, words: Words) -> list[str]:
        """Return a sentence for each reason why the question cannot be published in this wording."""
        return []

    @abstractmethod
    def solution(self, definition: Definition, words: Words) -> str:
        """Return the right answer in words, for feedback and for authors."""


def shuffled(values: Sequence[str], seed: str) -> list[str]:
    """Return the values in the order that belongs to a seed, the same each time."""
    found = list(values)
    Random(seed).shuffle(found)  # noqa: S311 -- a fair order, no secret
    return found
