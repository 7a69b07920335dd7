"""Bringing questions in: all of a file that may be, or nothing."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from assessments.formats.fields import accepted_field, options_field
from assessments.formats.parcel import Parcel, ParcelQuestion
from assessments.formats.planning import Line, Outcome, Plan, plan
from assessments.models import Question, QuestionBank, QuestionText, Topic
from assessments.parcels import draft_of, known_of, rows_of
from people.models import Audience, User

PLAIN = ("type", "key", "tolerance", "kind", "source", "family", "better", "facts")


class ImportRefusedError(Exception):
    """Something in the file is faulty: nothing was written. `plan` says what."""

    def __init__(self, refused: Plan) -> None:
        super().__init__("nothing was written")
        self.plan = refused


def plan_import(bank: QuestionBank, parcel: Parcel, *, accept_losses: bool = False) -> Plan:
    """Return what an import would do, line by line; nothing is written."""
    return plan(parcel, known_of(bank, rows_of(bank)), accept_losses=accept_losses)


@transaction.atomic
def import_questions(bank: QuestionBank, parcel: Parcel, *, by: User | None, accept_losses: bool = False) -> Plan:
    """Write new questions as drafts and changed ones as new drafts, and return the report.

    Raises ImportRefusedError, and writes nothing, where a single line is faulty. Repeating an import changes nothing.
    """
    # Two imports at once would both find a code free.
    QuestionBank.objects.select_for_update().get(pk=bank.pk)
    rows = {row.code: row for row in rows_of(bank)}
    found = plan(parcel, known_of(bank, rows.values()), accept_losses=accept_losses)
    if found.is_faulty:
        raise ImportRefusedError(found)
    topics = _topics(bank, found)
    audiences = {one.code: one for one in Audience.objects.all()}
    for line in found.lines:
        if line.question is not None:
            _write(bank, line, rows.get(line.code), topics, audiences, by)
    return found


def _topics(bank: QuestionBank, found: Plan) -> dict[str, Topic]:
    """Return the topics of the bank by their codes; those that the file adds are made."""
    held = {topic.code: topic for topic in bank.topics.all()}
    for line in found.lines:
        code = line.question.topic if line.question else ""
        if code and code not in held:
            held[code] = Topic.objects.create(bank=bank, code=code, names={"en": code}, position=len(held))
    return held


def _write(
    bank: QuestionBank,
    line: Line,
    row: Question | None,
    topics: dict[str, Topic],
    audiences: dict[str, Audience],
    by: User | None,
) -> None:
    wanted: Any = line.question
    question = Question(bank=bank, code=wanted.code, live=False) if row is None else draft_of(row)
    _fill(question, wanted, topics.get(wanted.topic))
    question.audiences = [audiences[code] for code in wanted.audiences]
    if not question.live:
        # What nobody has published is written as it will be; what is published changes when somebody publishes it.
        question.has_unpublished_changes = True
        question.save()
    revision = question.save_revision(user=by, clean=False)
    action = "wagtail.create" if line.outcome is Outcome.NEW else "wagtail.edit"
    log(instance=question, action=action, user=by, revision=revision, content_changed=True)


def _fill(question: Question, wanted: ParcelQuestion, topic: Topic | None) -> None:
    for name in PLAIN:
        setattr(question, name, getattr(wanted, name))
    question.topic = topic
    question.scoring = wanted.scoring or question.scoring
    held = {text.language: text for text in question.texts.all()}
    for language, text in wanted.texts.items():
        row = held.setdefault(language, QuestionText(language=language))
        row.stem, row.options = text.stem, options_field(text)
        row.accepted, row.unit = accepted_field(wanted.type, text), text.unit
        row.rationale = text.rationale
    question.texts = list(held.values())
