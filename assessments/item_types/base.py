"""The contract of an item type: one file each beside this one, and nothing else knows how a type works. Pure.

A type reads what a page sends into an *answer* (a text that is stored), gives whole points for it, and says how the
item is shown. Letters of options (a, b, c ...) are the same in every language. Where the order of letters would give
the key away (ordering, matching), the page gets numbers in an order that comes from the sitting's seed; `read` turns
them back. Rules and worked examples: docs/rules/items.md.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import ClassVar
from unicodedata import east_asian_width

from django.utils.translation import gettext as _

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
    # Matching: each left side with the letter of its right side; right sides that read the same share a letter.
    pairs: tuple[tuple[str, str], ...] = ()
    # Numbers: the unit as each language writes it.
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture as a page shows it, in pixels."""

    src: str
    width: int
    height: int


@dataclass(frozen=True)
class Option:
    """One option: its letter, its text, for matching the text that belongs to it, and the picture it may be."""

    id: str
    text: str
    match: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Words:
    """A wording as a type sees it: stem, options (letter, text, what it is matched with), unit; `accepted` is per gap."""

    stem: str
    options: tuple[Option, ...] = ()
    accepted: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    rationale: str = ""


@dataclass(frozen=True)
class Shown:
    """An option as the page shows it: the value it sends, its text, whether it is chosen, what is chosen beside it."""

    value: str
    text: str
    is_chosen: bool = False
    filled: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Piece:
    """A piece of a text with gaps, and the gap that follows it: its number ("" after the last piece) and its filling."""

    text: str
    gap: str = ""
    filled: str = ""


@dataclass(frozen=True)
class Presentation:
    """What the template of a type gets beside the stem. Nothing here tells right from wrong."""

    options: tuple[Shown, ...] = ()
    # Ordering and matching: what may be chosen beside each option.
    choices: tuple[Shown, ...] = ()
    # A text with gaps: it stands in the place of the stem.
    pieces: tuple[Piece, ...] = ()
    # What is filled into the one field.
    filled: str = ""
    unit: str = ""

    @property
    def has_long_choices(self) -> bool:
        """Tell whether a closed list on a phone would cut a choice off, so that all are written out as well."""
        return any(columns(one.text) > 30 for one in self.choices)


class ItemType(ABC):
    """One way of asking."""

    code: ClassVar[str]
    template: ClassVar[str]
    offers_dont_know: ClassVar[bool] = True
    is_marked_by_person: ClassVar[bool] = False
    # Free words tell who wrote them: no sitting of a protected cohort may hold such an item.
    is_barred_from_protected: ClassVar[bool] = False

    def read(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the answer in what a page sent; "" for none. Raises AnswerError where it fits no option.

        `given` maps names of fields to the values sent. `seed` is the sitting's and the item's. "I don't know" stands
        only where nothing else was given: an answer is never lost to a tick that was left from before.
        """
        known = {*self.choices(definition), "", *([DONT_KNOW] if self.offers_dont_know else [])}
        if not known.issuperset(given.get("choice", ())):
            raise AnswerError
        answer = self.read_answer(given, definition, seed)
        return answer or (DONT_KNOW if DONT_KNOW in given.get("choice", ()) else "")

    def choices(self, definition: Definition) -> Iterable[str]:
        """Return the values that the field "choice" may send beside "I don't know"."""
        return ()

    @abstractmethod
    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return the answer apart from "I don't know", "" for none."""

    @abstractmethod
    def points(self, definition: Definition, answer: str) -> int:
        """Return the points of an answer, from 0 to `max_points`."""

    def max_points(self, definition: Definition) -> int:
        """Return the points of a right answer: 1, or one for each part."""
        return 1

    @abstractmethod
    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Return what the page shows, with the saved answer filled in. `shuffle`: options in this sitting's order."""

    @abstractmethod
    def right(self, definition: Definition) -> str:
        """Return an answer that gets all points, "" where only a person or nobody can tell."""

    @abstractmethod
    def in_words(self, words: Words, answer: str) -> str:
        """Return an answer as its learner would say it, "" for none."""

    def solution(self, definition: Definition, words: Words) -> str:
        """Return the right answer in words, for feedback and for authors."""
        return self.in_words(words, self.right(definition))

    def options(self, lines: Sequence[str]) -> list[dict[str, str]]:
        """Return the options of what an author wrote, one on a line."""
        return [{"id": letter_at(at), "text": line.strip()} for at, line in enumerate(lines)]

    def option_lines(self, options: Iterable[Option]) -> list[str]:
        """Return the lines an author would have written for these options."""
        return [option.text for option in options]

    def accepted(self, lines: Sequence[str]) -> list[list[str]]:
        """Return the accepted answers, a list for each gap, of what an author wrote."""
        return []

    def accepted_lines(self, accepted: Sequence[Sequence[str]]) -> list[str]:
        """Return the lines an author would have written for these accepted answers."""
        return []

    def faults(self, definition: Definition, words: Words) -> list[str]:
        """Return a sentence for each reason why the question cannot be published in this wording."""
        found = [] if words.stem.strip() else [_("Write the question.")]
        if len(words.options) > len(LETTERS):
            found.append(_("A question has 26 options at most."))
        if definition.options and tuple(option.id for option in words.options) != definition.options:
            found.append(_("Write the same options in the same order in every language: their number differs."))
        return found + self.own_faults(definition, words)

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Return the sentences that belong to this type alone."""
        return []


def letter_at(at: int) -> str:
    """Return the letter of an option by its place from 0; beyond z a name that `faults` refuses."""
    return LETTERS[at] if at < len(LETTERS) else f"z{at + 1}"


def letters_in(key: str) -> tuple[str, ...]:
    """Return the letters of a key in their order, however they are parted: "a,c", "a c" and "AC" are one."""
    return tuple(one for one in key.lower() if one in LETTERS)


def columns(text: str) -> int:
    """Return how many columns a text takes; a Chinese character takes two."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


def single(given: Given, name: str) -> str:
    """Return the one value of a field, "" where it is missing or empty. Raises AnswerError for several."""
    values = [value for value in given.get(name, ()) if value]
    if len(values) > 1:
        raise AnswerError
    return values[0] if values else ""


def shuffled(values: Iterable[str], seed: str) -> list[str]:
    """Return the values in the order that belongs to a seed, the same each time."""
    found = list(values)
    Random(seed).shuffle(found)  # noqa: S311 -- a fair order, no secret
    return found
