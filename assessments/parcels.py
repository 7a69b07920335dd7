"""Between rows of the bank and what the formats work with."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import WorkflowState

from assessments.formats.fields import KEYED_BY_LETTERS, key_of, letters_of, read_accepted, read_options
from assessments.formats.parcel import ParcelQuestion, Text
from assessments.formats.planning import Held, Known
from assessments.formats.texts import tidy
from assessments.models import Item, Question, QuestionBank, QuestionText
from people.models import Audience

PLAIN = ("code", "type", "scoring", "kind", "source", "family", "better", "facts")


def rows_of(bank: QuestionBank) -> QuerySet[Question]:
    """Return the questions of a bank with all that a parcel takes; four queries."""
    published = Item.objects.filter(question=OuterRef("pk"), form__published_at__isnull=False)
    found = bank.questions.select_related("topic", "latest_revision").prefetch_related("texts", "audiences")
    return found.annotate(is_in_use=Exists(published))


def draft_of(row: Question) -> Question:
    """Return a question as its author has it now: with what is not published yet."""
    if row.has_unpublished_changes and row.latest_revision:
        draft: Question = row.with_content_json(row.latest_revision.content)
        return draft
    return row


def parcel_of(question: Question) -> ParcelQuestion:
    """Return a question as formats carry it."""
    key = question.key
    if question.type in KEYED_BY_LETTERS:
        key = key_of(letters_of(key))
    return ParcelQuestion(
        **{name: tidy(getattr(question, name)) for name in PLAIN},
        key=key,
        tolerance=None if question.tolerance is None else question.tolerance.normalize(),
        topic=question.topic.code if question.topic else "",
        audiences=tuple(sorted(one.code for one in question.audiences.all())),
        texts={one.language: _text(question.type, one) for one in question.texts.all()},
    )


def _text(kind: str, row: QuestionText) -> Text:
    options, matches = read_options(kind, tidy(row.options).split("\n"))
    return Text(
        stem=tidy(row.stem),
        options=options,
        matches=matches,
        accepted=read_accepted(kind, tidy(row.accepted)),
        unit=tidy(row.unit),
        rationale=tidy(row.rationale),
    )


def parcel_of_bank(bank: QuestionBank) -> list[ParcelQuestion]:
    """Return all questions of a bank as their authors have them now, drafts included."""
    return [parcel_of(draft_of(row)) for row in rows_of(bank)]


def known_of(bank: QuestionBank, rows: Iterable[Question]) -> Known:
    """Return what an import into a bank is judged by."""
    kind = ContentType.objects.get_for_model(Question)
    waiting = set(
        WorkflowState.objects.filter(
            base_content_type=kind, status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES]
        ).values_list("object_id", flat=True)
    )
    held = {
        row.code: Held(
            draft=parcel_of(draft_of(row)),
            live=parcel_of(row),
            is_in_use=row.is_in_use,
            is_locked=row.locked or str(row.pk) in waiting,
        )
        for row in rows
    }
    return Known(
        questions=held,
        topics=set(bank.topics.values_list("code", flat=True)),
        audiences=set(Audience.objects.values_list("code", flat=True)),
        languages=dict(settings.LANGUAGES),
    )
