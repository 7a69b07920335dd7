"""From rows of the bank to what the pure item types work with."""

from collections.abc import Iterable

from assessments.choices import QuestionKind
from assessments.item_types import Definition, Option, Words
from assessments.models import Question, Wording


def words_of(wording: Wording) -> Words:
    """Return a wording as an item type sees it."""
    return Words(
        stem=wording.stem,
        options=tuple(Option(one["id"], one["text"], one.get("match", "")) for one in wording.options),
        accepted=tuple(tuple(texts) for texts in wording.accepted),
        unit=wording.unit,
        rationale=wording.rationale,
    )


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
    )
