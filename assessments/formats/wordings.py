"""What the type of a question says of it, where that type exists. Pure."""

from collections.abc import Iterator

from assessments.choices import Scoring, TypeCode
from assessments.formats.fields import options_field
from assessments.formats.parcel import ParcelQuestion, Text
from assessments.item_types import TYPES, Definition, ItemType, Option, Words
from assessments.item_types.matching import pairs_of


def faults_of_type(question: ParcelQuestion) -> list[str]:
    """Return the sentences of the question's type, each with its language; none for a type that is not built."""
    kind = TYPES.get(question.type)
    return [] if kind is None else list(_faults(kind, question))


def _faults(kind: ItemType, question: ParcelQuestion) -> Iterator[str]:
    every = {language: words_of(kind, text) for language, text in question.texts.items()}
    first = next(iter(every.values()))
    # The first language says what the others have to fit.
    definition = Definition(
        type=question.type,
        key=question.key,
        scoring=question.scoring or Scoring.ALL_OR_NOTHING.value,
        tolerance=question.tolerance,
        options=tuple(one.id for one in first.options),
        accepted=first.accepted,
        counts=question.counts,
        pairs=pairs_of(first.options) if question.type == TypeCode.MATCHING else (),
    )
    for language, words in every.items():
        for sentence in kind.faults(definition, words):
            yield f"{language}: {sentence}"


def words_of(kind: ItemType, text: Text) -> Words:
    """Return a text as its type sees it once it is published."""
    options = kind.options([line for line in options_field(text).split("\n") if line])
    return Words(
        stem=text.stem,
        options=tuple(Option(one["id"], one["text"], one.get("match", "")) for one in options),
        accepted=text.accepted,
        unit=text.unit,
        rationale=text.rationale,
    )
