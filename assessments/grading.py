"""From answers to points. Pure: plain values in, frozen results out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assessments.item_types import TYPES, Definition


@dataclass(frozen=True)
class Answer:
    """One saved answer; the highest `sequence` for an item stands."""

    item: int
    answer: str
    sequence: int


@dataclass(frozen=True)
class GradedItem:
    """An item as grading sees it. `marked` are the points a person gave for a free text, None while nobody has."""

    item: int
    definition: Definition
    topic: str
    marked: int | None = None


@dataclass(frozen=True)
class Grade:
    """Points of a whole sitting and by topic, (points, max_points) each."""

    points: int
    max_points: int
    by_topic: Mapping[str, tuple[int, int]]


def standing_answers(answers: Iterable[Answer]) -> dict[int, str]:
    """Return the answer that stands for each item, in whatever order they arrived."""
    newest: dict[int, Answer] = {}
    for one in answers:
        if one.item not in newest or one.sequence > newest[one.item].sequence:
            newest[one.item] = one
    return {item: one.answer for item, one in newest.items()}


def points_of(one: GradedItem, answer: str) -> int:
    """Return the points of one item: by its type, or as a person marked it. No answer gives none."""
    kind = TYPES[one.definition.type]
    if kind.is_marked_by_person:
        return min(one.marked or 0, kind.max_points(one.definition))
    return kind.points(one.definition, answer) if answer else 0


def grade(items: Iterable[GradedItem], answers: Mapping[int, str]) -> Grade:
    """Add up the points of items that count; no answer and "I don't know" give none, and a total is never below 0."""
    by_topic: dict[str, tuple[int, int]] = {}
    points = total = 0
    for one in items:
        most = TYPES[one.definition.type].max_points(one.definition) if one.definition.counts else 0
        if not most:
            continue
        given = points_of(one, answers.get(one.item, ""))
        had, of = by_topic.get(one.topic, (0, 0))
        by_topic[one.topic] = (had + given, of + most)
        points, total = points + given, total + most
    return Grade(points, total, by_topic)


def percent(points: int, max_points: int) -> Decimal:
    """Return points as per cent, one decimal; raises ValueError where there is nothing to divide by."""
    if max_points <= 0:
        raise ValueError("A test without items has no per cent.")
    return (Decimal(100 * points) / max_points).quantize(Decimal("0.1"), ROUND_HALF_UP)


def passes(points: int, max_points: int, pass_mark: int | None) -> bool:
    """Tell whether the pass mark (per cent) is reached; without one, taking the test is enough."""
    return pass_mark is None or 100 * points >= pass_mark * max_points
