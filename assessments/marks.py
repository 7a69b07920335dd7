"""Free texts that wait for a person's mark, each under a number that leads to nobody."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from assessments.choices import DONT_KNOW, QuestionKind, Timing, TypeCode
from assessments.definitions import definition_of
from assessments.item_types import TYPES
from assessments.models import Item, Mark, Response, Sitting
from assessments.permissions import markable_by
from people.codes import derived_code

PURPOSE, LENGTH = "mark", 12


@dataclass(frozen=True)
class OpenAnswer:
    """A free text as its marker sees it; `given` are the points it has, None while it has none."""

    number: str
    sitting: uuid.UUID
    item: int
    text: str
    given: int | None


def number_of(sitting: uuid.UUID, item: int) -> str:
    """Return the number of an answer: derived with a key outside the database, so that no list leads back from it."""
    return derived_code(settings.CODE_KEY, PURPOSE, f"{sitting.hex}:{item}", LENGTH)


def open_answers(marker: Any) -> list[OpenAnswer]:
    """Return the free texts that somebody may mark, in the order of their numbers, which is none; three queries."""
    sittings = markable_by(marker)
    standing = standing_texts(sittings)
    marks = Mark.objects.filter(sitting__in=sittings).values_list("sitting", "item", "points")
    given = {(sitting, item): points for sitting, item, points in marks}
    found = [
        OpenAnswer(number_of(*key), *key, text=text, given=given.get(key)) for key, text in standing.items() if text
    ]
    return sorted(found, key=lambda one: one.number)


def standing_texts(sittings: Any) -> dict[tuple[uuid.UUID, int], str]:
    """Return the free text that stands for each sitting and item, "" where it was taken back; one query."""
    rows = Response.objects.filter(
        sitting__in=sittings,
        item__question__type=TypeCode.OPEN_TEXT,
        item__question__kind=QuestionKind.KNOWLEDGE,
        item__is_dropped=False,
    )
    found = {}
    for sitting, item, answer, timing, accepted in rows.order_by("sequence").values_list(
        "sitting_id", "item_id", "answer", "timing", "sitting__late_accepted"
    ):
        if timing != Timing.LATE or accepted:
            found[sitting, item] = "" if answer == DONT_KNOW else answer.strip()
    return found


def most_of(item: Item) -> int:
    """Return the most points an item can give; one or two queries."""
    definition = definition_of(item.question, item.question.wordings.all())
    return TYPES[item.question.type].max_points(definition)


def awaits_marks(sitting: Sitting) -> bool:
    """Tell whether a free text of a sitting is not marked yet, so that its score may still rise; two queries."""
    texts = {item for (_sitting, item), text in standing_texts([sitting.pk]).items() if text}
    return bool(texts - set(sitting.marks.values_list("item", flat=True))) if texts else False
