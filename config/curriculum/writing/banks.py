"""Banks, forms and rules."""

from django.db.models import Model
from django.utils import timezone

from assessments.models import (
    AwarenessRule,
    Instrument,
    Item,
    QuestionBank,
    Sitting,
    TestForm,
    Topic,
)
from config.curriculum.reading.banks import BOTH, FORMS
from config.curriculum.reading.faults import CurriculumError, Fault
from config.curriculum.reading.shapes import Programme
from config.curriculum.writing.pages import PageWriter
from config.curriculum.writing.questions import write_questions


def write_bank(programme: Programme, writer: PageWriter) -> QuestionBank:
    """Write the topics, questions and statements of a programme; questions that left the file stay in the bank."""
    row, _made = QuestionBank.objects.get_or_create(slug=programme.slug, defaults={"name": programme.name})
    for position, topic in enumerate(programme.bank.topics):
        renew(Topic, {"bank": row, "code": topic.code}, {"names": dict(topic.name), "position": position})
    write_questions(row, programme.bank, writer)
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
