"""Publishing: of a question's texts wordings are made, a form is frozen, a rule gets its next version."""

import datetime
from string import ascii_uppercase

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from assessments.choices import RuleKind
from assessments.definitions import wording_fields, words_of
from assessments.form_checks import faults
from assessments.form_facts import facts_of
from assessments.item_types import Picture
from assessments.models import AwarenessRule, BlueprintRow, Item, Question, TestForm, Wording
from assessments.terms import Draft, broken_terms
from assessments.texts import words_from
from people.models import User


class RefusedError(Exception):
    """What was asked for may not be; `sentences` say why and what to do."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@transaction.atomic
def publish_wordings(question: Question, *, at: datetime.datetime) -> list[Wording]:
    """Add the next wording of each language whose text differs from its newest one; return what was added.

    Publishing the same text again adds nothing, and no wording is ever changed. Raises RefusedError where a question
    on a published form would get other options: forms say so before, this is the last guard.
    """
    Question.objects.select_for_update().get(pk=question.pk)
    newest = newest_wordings(question)
    if question.is_on_published_form():
        sentences = broken_terms({one: words_of(held) for one, held in newest.items()}, draft_of(question))
        if sentences:
            raise RefusedError(sentences)
    made = []
    for text in question.texts.all():
        fields, held = wording_fields(question, text), newest.get(text.language)
        if held is None or any(getattr(held, name) != value for name, value in fields.items()):
            version = held.version + 1 if held else 1
            made.append(Wording(question_id=question.pk, language=text.language, version=version, made_at=at, **fields))
    return Wording.objects.bulk_create(made)


def newest_wordings(question: Question) -> dict[str, Wording]:
    """Return the newest wording of each language; one query."""
    found = Wording.objects.filter(question=question.pk).select_related("question").order_by("version")
    return {one.language: one for one in found}


def draft_of(question: Question) -> Draft:
    """Return a question as it would be published with its present texts."""
    # Whether there is a picture is all that is asked here.
    pictures = {one.letter: Picture("", 0, 0) for one in question.pictures.all()}
    return Draft(
        kind=question.kind,
        type=question.type,
        key=question.key,
        scoring=question.scoring,
        tolerance=question.tolerance,
        words={text.language: words_from(question.type, text, pictures) for text in question.texts.all()},
    )


@transaction.atomic
def publish_form(form: TestForm, *, by: User | None, at: datetime.datetime) -> bool:
    """Freeze a form; True for whoever did it, False for every repeat. Raises RefusedError with all faults.

    `by` is None where a file of a course brings the form.
    """
    held = TestForm.objects.select_for_update().get(pk=form.pk)
    if held.published_at is not None:
        return False
    sentences = faults(facts_of(held))
    if sentences:
        raise RefusedError(sentences)
    moved = TestForm.objects.filter(pk=form.pk, published_at__isnull=True).update(published_at=at)
    if moved:
        log(instance=held, action="wagtail.publish", user=by)
    return bool(moved)


@transaction.atomic
def copy_form(form: TestForm, *, by: User) -> TestForm:
    """Make a draft under the next free letter of the instrument, with the same items and blueprint.

    Raises RefusedError where all letters are taken.
    """
    taken = set(TestForm.objects.filter(instrument=form.instrument_id).values_list("letter", flat=True))
    letter = next((one for one in ascii_uppercase if one not in taken), None)
    if letter is None:
        raise RefusedError([_("All letters from A to Z are taken. Make a new instrument for further forms.")])
    made = TestForm.objects.create(instrument_id=form.instrument_id, letter=letter, kind=form.kind)
    Item.objects.bulk_create(
        Item(form=made, question_id=one.question_id, position=at, is_anchor=one.is_anchor)
        for at, one in enumerate(form.items.filter(is_dropped=False).order_by("position"), 1)
    )
    BlueprintRow.objects.bulk_create(
        BlueprintRow(form=made, topic_id=one.topic_id, count=one.count) for one in form.rows.all()
    )
    log(instance=made, action="wagtail.create", user=by)
    return made


@transaction.atomic
def next_rule_version(rule: AwarenessRule, *, kind: str, cut_off: int | None, by: User) -> AwarenessRule:
    """Return the newest version with these terms: made where they differ, the standing one where they do not."""
    versions = AwarenessRule.objects.filter(instrument=rule.instrument_id, slug=rule.slug).order_by("-version")
    newest = versions.select_for_update()[0]
    cut_off = None if kind == RuleKind.MEAN_PERCENT else cut_off
    if (newest.kind, newest.cut_off) == (kind, cut_off):
        return newest
    made = AwarenessRule.objects.create(
        instrument_id=rule.instrument_id, slug=rule.slug, version=newest.version + 1, kind=kind, cut_off=cut_off
    )
    log(instance=made, action="wagtail.create", user=by)
    return made
