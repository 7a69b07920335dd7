"""The curriculum as it stands in its files, read and checked. Plain values; texts by language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from config.curriculum.reading.tables import Text

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Block:
    """One block of a lesson: its type, and its value in each language; a key message also in others where it is written."""

    kind: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Film:
    """The files of a film, its length, and the words that are spoken in it."""

    video: Path
    poster: Path
    captions: Mapping[str, Path]
    seconds: int
    transcript: Text


@dataclass(frozen=True)
class Lesson:
    """A lesson to read, to watch where it has a film, or to meet for; or a trainer's guide, which has no objectives."""

    kind: str
    slug: str
    minutes: int
    title: Text
    blocks: tuple[Block, ...]
    objectives: Lists = field(default_factory=dict)
    film: Film | None = None


@dataclass(frozen=True)
class Part:
    """A course, a book or a module: parts or lessons in their order."""

    slug: str
    title: Text
    summary: Text
    parts: tuple["Part", ...] = ()
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True)
class Topic:
    """What questions are about, and the way by short names to what a learner may read again, empty where there is none."""

    code: str
    name: Text
    again: str = ""


@dataclass(frozen=True)
class Question:
    """A knowledge question; `form` is A, B, or both for an anchor."""

    code: str
    topic: str
    form: str
    pair: str
    facts: tuple[str, ...]
    key: str
    stem: Text
    why: Text
    options: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class Statement:
    """A statement to agree or disagree with; `better` is the kinder side."""

    code: str
    better: str
    facts: tuple[str, ...]
    text: Text


@dataclass(frozen=True)
class Bank:
    """Topics, questions and statements of a programme."""

    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Questionnaire:
    """The page on which the statements stand."""

    slug: str
    minutes: int
    title: Text


@dataclass(frozen=True)
class Step:
    """One requirement; `page` names the folder or file that completes it, `wave` the moment of a test."""

    code: str
    kind: str
    opening: str
    page: str = ""
    wave: str = ""
    after: str = ""
    offset_months: int = 0
    offset_days: int = 0
    open_days: int = 0
    window_from: str = ""
    window_to: str = ""
    pass_mark: int = 0


@dataclass(frozen=True)
class Rule:
    """A definition of awareness."""

    slug: str
    kind: str
    cut_off: int


@dataclass(frozen=True)
class Award:
    """What is awarded, for which steps, and what is printed."""

    slug: str
    steps: tuple[str, ...]
    valid_years: int
    title: Text
    statement: Text


@dataclass(frozen=True)
class Programme:
    """A whole programme."""

    slug: str
    name: str
    audiences: tuple[str, ...]
    title: Text
    audience_line: Text
    points: Lists
    asks: Text
    gives: Text
    sample: str
    steps: tuple[Step, ...]
    rules: tuple[Rule, ...]
    awards: tuple[Award, ...]
    bank: Bank
    questionnaire: Questionnaire | None
    # What steps point to, by the name they use: courses, books, films.
    courses: Mapping[str, Part] = field(default_factory=dict)
    films: Mapping[str, Lesson] = field(default_factory=dict)
    guide: Lesson | None = None
