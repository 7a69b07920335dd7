"""From rows of the bank to what the pure item types work with, and from what an author wrote to a wording.

The shape of a wording's JSON: `options` is a list of {"id": "a", "text": ...}, for matching with "match", for pictures
with "picture" (the image's id); `accepted` is a list of lists, the texts of each gap.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.images import get_image_model

from assessments.choices import QuestionKind, TypeCode
from assessments.item_types import TYPES, Definition, Option, Picture, Words
from assessments.item_types.matching import pairs_of
from assessments.models import Question, QuestionText, Wording
from assessments.pictures import picture_of


def words_of(wording: Wording) -> Words:
    """Return a wording as an item type sees it; a query more, and its pictures, where options are pictures."""
    pictures = pictures_of(wording) if wording.question.type == TypeCode.PICTURE_CHOICE else {}
    return Words(
        stem=wording.stem,
        options=options_of(wording, pictures),
        accepted=tuple(tuple(texts) for texts in wording.accepted),
        unit=wording.unit,
        rationale=wording.rationale,
    )


def options_of(wording: Wording, pictures: dict[str, Picture] | None = None) -> tuple[Option, ...]:
    """Return the options of a wording."""
    held = pictures or {}
    return tuple(Option(one["id"], one["text"], one.get("match", ""), held.get(one["id"])) for one in wording.options)


def pictures_of(wording: Wording) -> dict[str, Picture]:
    """Return the picture of each letter: the one the wording froze, else the question's of now."""
    images = {one["id"]: one["picture"] for one in wording.options if one.get("picture")}
    if not images:
        images = dict(wording.question.pictures.values_list("letter", "image"))
    rows = get_image_model().objects.prefetch_renditions().in_bulk(set(images.values()))
    found = {letter: picture_of(rows[image]) for letter, image in images.items() if image in rows}
    return {letter: picture for letter, picture in found.items() if picture}


def wording_fields(question: Question, text: QuestionText) -> dict[str, Any]:
    """Return the fields of the wording that an author's text makes."""
    kind = TYPES[question.type]
    options: list[dict[str, Any]] = [dict(one) for one in kind.options(lines_of(text.options))]
    if question.type == TypeCode.PICTURE_CHOICE:
        images = {one.letter: one.image_id for one in question.pictures.all()}
        options = [{**one, "picture": images.get(one["id"])} for one in options]
    return {
        "stem": text.stem.strip(),
        "options": options,
        "accepted": kind.accepted(lines_of(text.accepted)),
        "unit": text.unit.strip(),
        "rationale": text.rationale.strip(),
    }


def lines_of(written: str) -> list[str]:
    """Return the lines of a field that have something on them."""
    return [line.strip() for line in written.splitlines() if line.strip()]


def definition_of(question: Question, wordings: Iterable[Wording]) -> Definition:
    """Return what scoring needs; accepted texts of all languages count, for people answer in their own.

    `wordings` are the question's, of any language and version; of each language the newest is taken.
    """
    newest: dict[str, Wording] = {}
    for one in wordings:
        if one.language not in newest or one.version > newest[one.language].version:
            newest[one.language] = one
    ordered = sorted(newest.values(), key=lambda one: (one.language != "en", one.language))
    gaps = max((len(one.accepted) for one in ordered), default=0)
    accepted = [
        tuple(dict.fromkeys(text for one in ordered for text in (one.accepted[gap] if gap < len(one.accepted) else [])))
        for gap in range(gaps)
    ]
    return Definition(
        type=question.type,
        key=question.key,
        scoring=question.scoring,
        tolerance=question.tolerance,
        options=tuple(option["id"] for option in ordered[0].options) if ordered else (),
        accepted=tuple(accepted),
        counts=question.kind == QuestionKind.KNOWLEDGE,
        pairs=pairs_of(options_of(ordered[0])) if ordered and question.type == TypeCode.MATCHING else (),
        units=tuple(dict.fromkeys(one.unit for one in ordered if one.unit)),
    )
