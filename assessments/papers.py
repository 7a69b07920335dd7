"""What a page of a test shows: wording, options and where one stands. No key is ever read here."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from assessments.choices import QuestionKind, Timing
from assessments.models import Item, Response, Sitting, Wording


@dataclass(frozen=True)
class Place:
    """One question in the overview."""

    position: int
    item: int
    answer: str | None
    come_back: bool


def places(sitting: Sitting) -> list[Place]:
    """Return all questions of a sitting in its own order, with the answers that stand; one or two queries."""
    newest: dict[int, Response] = {}
    for response in sitting.responses.exclude(timing=Timing.LATE).order_by("sequence"):
        newest[response.item_id] = response
    found = []
    for position, item in enumerate(paper_of(sitting), 1):
        standing = newest.get(item)
        answer = standing.answer if standing and standing.answer else None
        found.append(Place(position, item, answer, bool(standing and standing.come_back)))
    return found


def paper_of(sitting: Sitting) -> list[int]:
    """Return the ids of a sitting's items in their order; a query only for sittings older than the draw."""
    if sitting.paper:
        return list(sitting.paper)
    items = Item.objects.filter(form_id=sitting.form_id).exclude(question__kind=QuestionKind.BEHAVIOUR)
    return list(items.values_list("pk", flat=True))


def seed_of(sitting: Sitting, item: int) -> str:
    """Return the seed of an item's order of options: another one for each sitting, the same at each look."""
    return f"{sitting.seed}:{item}"


def wording_of(item_id: int, language: str, at: datetime.datetime | None = None) -> Wording:
    """Return the wording of an item's question that stands in a language; one query."""
    found = Wording.objects.filter(question__items=item_id, language__in={language, "en"})
    return standing_wording(list(found.select_related("question")), language, at)


def wordings_of(items: Sequence[int], language: str, at: datetime.datetime) -> dict[int, Wording]:
    """Return the wording that stands for each item, by its id; two queries, however many items."""
    questions = dict(Item.objects.filter(pk__in=items).values_list("question_id", "pk"))
    found: dict[int, list[Wording]] = {}
    rows = Wording.objects.filter(question__in=questions, language__in={language, "en"}).select_related("question")
    for one in rows:
        found.setdefault(questions[one.question_id], []).append(one)
    return {item: standing_wording(rows, language, at) for item, rows in found.items()}


def standing_wording(wordings: Sequence[Wording], language: str, at: datetime.datetime | None) -> Wording:
    """Return a question's wording in a language, English where there is none.

    Of its versions the newest that was there `at` the moment (of the start of a sitting), else the oldest.
    """
    rows = sorted(wordings, key=lambda one: one.version, reverse=True)
    mine = [one for one in rows if one.language == language] or [one for one in rows if one.language == "en"] or rows
    there = [one for one in mine if at is None or one.made_at <= at]
    return there[0] if there else mine[-1]
