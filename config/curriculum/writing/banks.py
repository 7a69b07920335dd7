"""Questions, wordings, forms and rules. A wording is never changed: a changed text is its next version."""

from django.db.models import Model
from django.utils import timezone

from assessments.choices import QuestionKind, TypeCode
from assessments.models import (
    AwarenessRule,
    Instrument,
    Item,
    Question,
    QuestionBank,
    QuestionText,
    Sitting,
    TestForm,
    Topic,
    Wording,
)
from config.curriculum.reading.banks import BOTH, FORMS
from config.curriculum.reading.faults import CurriculumError, Fault
from config.curriculum.reading.shapes import Bank, Programme
from config.curriculum.reading.tables import LANGUAGES


def write_bank(programme: Programme) -> QuestionBank:
    """Write the topics, questions and statements of a programme; questions that left the file stay in the bank."""
    row, _made = QuestionBank.objects.get_or_create(slug=programme.slug, defaults={"name": programme.name})
    bank = programme.bank
    for position, topic in enumerate(bank.topics):
        renew(Topic, {"bank": row, "code": topic.code}, {"names": dict(topic.name), "position": position})
    topics = {topic.code: topic for topic in row.topics.all()}
    for one in bank.questions:
        fields = {"kind": QuestionKind.KNOWLEDGE, "topic": topics[one.topic], "key": one.key}
        renew(Question, {"bank": row, "code": one.code}, {**fields, "facts": ", ".join(one.facts)})
    for one in bank.statements:
        fields = {
            "kind": QuestionKind.ATTITUDE,
            "type": TypeCode.RATING,
            "better": one.better,
            "facts": ", ".join(one.facts),
        }
        renew(Question, {"bank": row, "code": one.code}, fields)
    _write_wordings(row, bank)
    return row


def renew(model: type[Model], key: dict, fields: dict) -> Model:
    """Return the row with this key, made or changed as far as it differs; an unchanged row costs one query."""
    row, made = model._default_manager.get_or_create(**key, defaults=fields)
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    if changed and not made:
        for name in changed:
            setattr(row, name, fields[name])
        row.save(update_fields=changed)
    return row


def _write_wordings(row: QuestionBank, bank: Bank) -> None:
    rows = {question.code: question for question in row.questions.all()}
    newest: dict[tuple[int, str], Wording] = {}
    for wording in Wording.objects.filter(question__bank=row).order_by("version"):
        newest[wording.question_id, wording.language] = wording
    fresh = []
    for code, language, texts in _texts(bank):
        held = newest.get((rows[code].pk, language))
        if held is None or any(getattr(held, name) != value for name, value in texts.items()):
            version = held.version + 1 if held else 1
            fresh.append(Wording(question=rows[code], language=language, version=version, **texts))
    Wording.objects.bulk_create(fresh)
    _write_drafts(rows, bank)


def _write_drafts(rows: dict[str, Question], bank: Bank) -> None:
    """Let authors find in the form of a question what its newest wordings say."""
    texts = {
        (rows[code].pk, language): QuestionText(
            question=rows[code],
            language=language,
            stem=one["stem"],
            options="\n".join(option["text"] for option in one["options"]),
            rationale=one["rationale"],
        )
        for code, language, one in _texts(bank)
    }
    QuestionText.objects.bulk_create(
        texts.values(),
        update_conflicts=True,
        unique_fields=["question", "language"],
        update_fields=["stem", "options", "rationale"],
    )


def _texts(bank: Bank) -> list[tuple[str, str, dict]]:
    found = []
    for language in LANGUAGES:
        for one in bank.questions:
            options = [{"id": identity, "text": text[language]} for identity, text in one.options]
            texts = {"stem": one.stem[language], "options": options, "rationale": one.why[language]}
            found.append((one.code, language, texts))
        for statement in bank.statements:
            found.append((statement.code, language, {"stem": statement.text[language], "options": [], "rationale": ""}))
    return found


def write_instrument(programme: Programme, bank: QuestionBank) -> Instrument:
    """Write the two forms and the rules; raises CurriculumError where a form would change that people have sat."""
    instrument, _made = Instrument.objects.get_or_create(slug=programme.slug, defaults={"name": programme.name})
    questions = {question.code: question for question in bank.questions.all()}
    for letter in FORMS:
        form, _made = TestForm.objects.get_or_create(instrument=instrument, letter=letter)
        wanted = [(one.code, one.form == BOTH) for one in programme.bank.questions if one.form in (letter, BOTH)]
        held = list(form.items.order_by("position").values_list("question__code", "is_anchor"))
        if held == wanted:
            continue
        if Sitting.objects.filter(form=form).exists():
            sentence = f"Form {letter} has been sat and can no longer change: put its questions back as they were."
            raise CurriculumError([Fault(f"{programme.slug}/questions.toml", "", sentence)])
        TestForm.objects.filter(pk=form.pk).update(published_at=None)
        form.items.all().delete()
        Item.objects.bulk_create(
            Item(form=form, question=questions[code], position=position, is_anchor=is_anchor)
            for position, (code, is_anchor) in enumerate(wanted, 1)
        )
        TestForm.objects.filter(pk=form.pk).update(published_at=timezone.now())
    _write_rules(programme, instrument)
    return instrument


def _write_rules(programme: Programme, instrument: Instrument) -> None:
    """Add a rule, or the next version of one whose terms have changed: figures name the version they were made with."""
    for rule in programme.rules:
        newest = AwarenessRule.objects.filter(instrument=instrument, slug=rule.slug).order_by("-version").first()
        terms = {"kind": rule.kind, "cut_off": rule.cut_off or None}
        if newest is None or any(getattr(newest, name) != value for name, value in terms.items()):
            version = newest.version + 1 if newest else 1
            AwarenessRule.objects.create(instrument=instrument, slug=rule.slug, version=version, **terms)
