"""From a parcel to GIFT: a question once for each language, marked with it. Pure."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from assessments.choices import Scoring, TypeCode
from assessments.formats.fields import positions_of
from assessments.formats.gift.blocks import escape, mark
from assessments.formats.parcel import ParcelQuestion, Text
from assessments.formats.tags import tags_of
from assessments.formats.weights import weights_for
from assessments.formats.written import Written, sort_out

TYPES = frozenset(
    {
        TypeCode.SINGLE_CHOICE,
        TypeCode.MULTIPLE_RESPONSE,
        TypeCode.TRUE_FALSE,
        TypeCode.MATCHING,
        TypeCode.SHORT_TEXT,
        TypeCode.NUMERIC,
        TypeCode.OPEN_TEXT,
    }
)
FORMS = ("[html]", "[moodle]", "[plain]", "[markdown]")


def write_gift(questions: Iterable[ParcelQuestion]) -> Written:
    """Return the file; questions it cannot carry are named beside it."""
    carried, findings = sort_out(questions, reasons)
    parts = []
    topic = ""
    for question in sorted(carried, key=lambda one: one.topic):
        if question.topic != topic:
            topic = question.topic
            parts.append(f"$CATEGORY: {topic}\n")
        parts.extend(_block(question, language, text) for language, text in question.texts.items())
    return Written("\n".join(parts).encode(), findings)


def reasons(question: ParcelQuestion) -> Iterator[str]:
    """Yield why GIFT cannot carry a question."""
    if question.type not in TYPES:
        yield _("this format has no questions of the type %(type)s") % {"type": question.type}
    for text in question.texts.values():
        answers = [*text.options, *text.matches, *(one for gap in text.accepted for one in gap)]
        if question.type == TypeCode.MATCHING and any("->" in one for one in answers):
            yield _("the sign -> stands in an option")
        if question.type == TypeCode.SHORT_TEXT and any("->" in one or "*" in one for one in answers):
            yield _("the signs -> or * stand in an accepted answer")
        if any(one.startswith(FORMS) for one in (*answers, text.rationale)):
            yield _("an option begins like a mark of the format")


def _block(question: ParcelQuestion, language: str, text: Text) -> str:
    also = {"unit": text.unit}
    if question.type == TypeCode.OPEN_TEXT:
        also["key"] = question.key
    marks = [mark("id", question.code)]
    marks += [mark("tag", f"{name}={value}") for name, value in tags_of(question, language, also)]
    answers = "".join(f"\n{line}" for line in _answers(question, text))
    reason = f"\n####{escape(text.rationale)}" if text.rationale else ""
    head = f"// {' '.join(marks)}\n::{escape(question.code)}::[plain]{escape(text.stem)} "
    return f"{head}{{{answers}{reason}\n}}\n"


def _answers(question: ParcelQuestion, text: Text) -> list[str]:
    right = positions_of(question.key)
    options = [escape(one) for one in text.options]
    match question.type:
        case TypeCode.SINGLE_CHOICE:
            return [f"{'=%100%' if at in right else '~%0%'}{one}" for at, one in enumerate(options)]
        case TypeCode.MULTIPLE_RESPONSE:
            weights = weights_for(question.scoring or Scoring.ALL_OR_NOTHING.value, right, len(options))
            return [f"~%{weight}%{one}" for weight, one in zip(weights, options, strict=True)]
        case TypeCode.TRUE_FALSE:
            return ["TRUE" if question.key == "true" else "FALSE"]
        case TypeCode.MATCHING:
            pairs = zip(options, map(escape, text.matches), strict=True)
            return [f"={left} -> {right_side}" for left, right_side in pairs]
        case TypeCode.SHORT_TEXT:
            return [f"=%100%{escape(one)}" for gap in text.accepted for one in gap]
        case TypeCode.NUMERIC:
            spread = "" if question.tolerance is None else f":{question.tolerance:f}"
            return [f"#{question.key}{spread}"]
    return []
