"""What the type of a question says of it, where that type exists. Pure."""

from collections.abc import Iterator

from assessments.choices import Scoring
from assessments.formats.fields import options_field
from assessments.formats.parcel import ParcelQuestion, Text
from assessments.item_types import TYPES, Definition, ItemType, Option, Words


def faults_of_type(question: ParcelQuestion) -> list[str]:
    """Return the sentences of the question's type, each with its language; none for a type that is not built."""
    kind = TYPES.get(question.type)
    return [] if kind is None else list(_faults(kind, question))


def _faults(kind: ItemType, question: ParcelQuestion) -> Iterator[str]:
    for language, text in question.texts.items():
        words = words_of(kind, text)
        definition = Definition(
            type=question.type,
            key=question.key,
            scoring=question.scoring or Scoring.ALL_OR_NOTHING.value,
            tolerance=question.tolerance,
            options=tuple(one.id for one in words.options),
            accepted=text.accepted,
            counts=question.counts,
        )
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
