"""Questions and statements of a bank: published as an author publishes them, and left alone where staff have worked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from assessments.actions.publishing import RefusedError, publish_wordings
from assessments.choices import QuestionKind, TypeCode
from assessments.models import Question, QuestionBank, QuestionText, Sitting, Topic
from config.curriculum.reading.shapes import Bank
from config.curriculum.reading.tables import LANGUAGES
from config.curriculum.writing.pages import PageWriter

# What people answered stands on these; a wrong key is mended by a regrade, which no start may take back.
TERMS = ("kind", "type", "key")
TEXT = ("stem", "options", "rationale")


@dataclass(frozen=True)
class Wanted:
    """A question as its file has it: the fields of its row, and the text an author would write in each language."""

    code: str
    fields: Mapping[str, Any]
    texts: Mapping[str, Mapping[str, str]]

    def changed_fields(self, held: Question) -> dict[str, Any]:
        """Return the fields that are not as in the file."""
        return {name: value for name, value in self.fields.items() if getattr(held, name) != value}

    def changed_texts(self, held: Question) -> dict[str, Mapping[str, str]]:
        """Return the texts that are not as in the file."""
        there = {one.language: {name: getattr(one, name) for name in TEXT} for one in held.texts.all()}
        return {language: text for language, text in self.texts.items() if there.get(language) != text}


def write_questions(row: QuestionBank, bank: Bank, writer: PageWriter) -> None:
    """Write what differs from the files; what staff have edited is changed only on demand, as with pages."""
    held = {one.code: one for one in row.questions.prefetch_related("texts")}
    signed = set(row.questions.filter(_revisions__user__isnull=False).values_list("pk", flat=True))
    taken = Exists(Sitting.objects.filter(form__items__question=OuterRef("pk")))
    sat = set(row.questions.filter(taken).values_list("pk", flat=True))
    for wanted in _wanted(bank, {topic.code: topic for topic in row.topics.all()}):
        question = held.get(wanted.code)
        if question is None:
            _write(Question.objects.create(bank=row, code=wanted.code, **wanted.fields), {}, wanted.texts)
            continue
        fields, texts = wanted.changed_fields(question), wanted.changed_texts(question)
        kept = [name for name in TERMS if name in fields and question.pk in sat]
        is_refused = bool(fields or texts) and question.pk in signed and not writer.overwrite
        if kept or is_refused:
            writer.left.append(f"{row.slug}: {wanted.code}")
        if is_refused:
            continue
        fields = {name: value for name, value in fields.items() if name not in kept}
        if fields or texts:
            try:
                _write(question, fields, texts)
            except RefusedError:
                # Other options than those of a form that is published: they are of another question.
                writer.left.append(f"{row.slug}: {wanted.code}")


def _wanted(bank: Bank, topics: Mapping[str, Topic]) -> Iterator[Wanted]:
    for one in bank.questions:
        fields = {"kind": QuestionKind.KNOWLEDGE, "topic": topics[one.topic], "key": one.key}
        texts = {
            language: {
                "stem": one.stem[language],
                "options": "\n".join(text[language] for _letter, text in one.options),
                "rationale": one.why[language],
            }
            for language in LANGUAGES
        }
        yield Wanted(one.code, {**fields, "facts": ", ".join(one.facts)}, texts)
    for statement in bank.statements:
        fields = {"kind": QuestionKind.ATTITUDE, "type": TypeCode.RATING, "better": statement.better}
        texts = {language: {"stem": statement.text[language], "options": "", "rationale": ""} for language in LANGUAGES}
        yield Wanted(statement.code, {**fields, "facts": ", ".join(statement.facts)}, texts)


@transaction.atomic
def _write(question: Question, fields: Mapping[str, Any], texts: Mapping[str, Mapping[str, str]]) -> None:
    """Write the row and the texts, and publish them; all or nothing. Raises RefusedError."""
    if fields:
        Question.objects.filter(pk=question.pk).update(**fields)
    QuestionText.objects.bulk_create(
        [QuestionText(question=question, language=language, **text) for language, text in texts.items()],
        update_conflicts=True,
        unique_fields=["question", "language"],
        update_fields=TEXT,
    )
    publish_wordings(Question.objects.get(pk=question.pk), at=timezone.now())
