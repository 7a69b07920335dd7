"""From answers to points. Pure: plain values in, frozen results out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Answer:
    """One saved answer; the highest `sequence` for an item stands."""

    item: int
    choice: str
    sequence: int


@dataclass(frozen=True)
class GradedItem:
    """An item as grading sees it."""

    item: int
    key: str
    topic: str


@dataclass(frozen=True)
class Grade:
    """Points of a whole sitting and by topic, (points, max_points) each."""

    points: int
    max_points: int
    by_topic: Mapping[str, tuple[int, int]]


def standing_answers(answers: Iterable[Answer]) -> dict[int, str]:
    """Return the choice that stands for each item, in whatever order the answers arrived."""
    newest: dict[int, Answer] = {}
    for answer in answers:
        if answer.item not in newest or answer.sequence > newest[answer.item].sequence:
            newest[answer.item] = answer
    return {item: answer.choice for item, answer in newest.items()}


def grade(items: Iterable[GradedItem], choices: Mapping[int, str]) -> Grade:
    """Give one point for each right choice; no answer and "I don't know" count as not right, nothing is subtracted."""
    by_topic: dict[str, tuple[int, int]] = {}
    points = total = 0
    for one in items:
        right = int(choices.get(one.item) == one.key)
        had, of = by_topic.get(one.topic, (0, 0))
        by_topic[one.topic] = (had + right, of + 1)
        points, total = points + right, total + 1
    return Grade(points, total, by_topic)


def percent(points: int, max_points: int) -> Decimal:
    """Return points as per cent, one decimal; raises ValueError where there is nothing to divide by."""
    if max_points <= 0:
        raise ValueError("A test without items has no per cent.")
    return (Decimal(100 * points) / max_points).quantize(Decimal("0.1"), ROUND_HALF_UP)


def passes(points: int, max_points: int, pass_mark: int | None) -> bool:
    """Tell whether the pass mark (per cent) is reached; without one, taking the test is enough."""
    return pass_mark is None or 100 * points >= pass_mark * max_points
