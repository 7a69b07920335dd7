"""How a question was answered, beside the question: for authors, in figures that went through the gate."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments.choices import DONT_KNOW
from assessments.models import Question
from assessments.panels import register
from people.audit import record
from people.choices import Deed
from reports.choices import Population, WaveName
from reports.disclosure import PublishedFigure, PublishedItem, publish_item
from reports.item_measures import NONE, PARTLY, RIGHT, WRONG, Key, measure_item
from reports.permissions import classes_hidden_from, may_read_items


@dataclass(frozen=True)
class AnswerLine:
    """One way of answering, with its share; `is_key` marks the right one."""

    name: str
    figure: PublishedFigure
    is_key: bool


@dataclass(frozen=True)
class ItemSection:
    """One wave, form and language."""

    title: str
    item: PublishedItem
    lines: tuple[AnswerLine, ...]


def answers_panel(request: HttpRequest, question: Question) -> SafeString | None:
    """Show how a question was answered; real and synthetic people apart. At most six queries."""
    if not may_read_items(request.user):
        return None
    prefetch_related_objects([question], "items", "wordings")
    hidden = classes_hidden_from(request.user)
    words = option_words(question)
    populations = []
    for population in (Population.REAL, Population.SYNTHETIC):
        found = measure_item(question, population, without=hidden)
        published = {key: publish_item(raw) for key, raw in found.items()}
        sections = [section(question, key, item, words) for key, item in published.items() if item]
        if sections:
            populations.append((population.label, sections))
    record(request.user, Deed.READ_REPORT, f"{question.bank_id}/{question.code}")
    context = {"populations": populations, "some_are_left_out": bool(hidden)}
    text = render_to_string("reports/item_answers.html", context, request)
    return mark_safe(text)  # noqa: S308 -- rendered by a template, which escapes


def section(question: Question, key: Key, item: PublishedItem, words: dict[str, str]) -> ItemSection:
    """Return what stands under one heading."""
    wave, name, letter, spoken = key
    title = _("{wave}, form {form}, in {language}").format(
        wave=WaveName(wave).label, form=f"{name} {letter}", language=dict(settings.LANGUAGES).get(spoken, spoken)
    )
    named = {NONE: _("no answer"), DONT_KNOW: _("I don’t know")}
    named |= {RIGHT: _("right"), PARTLY: _("partly right"), WRONG: _("wrong")} | words
    lines = [
        AnswerLine(named.get(answer, answer), figure, item.has_right_answer and answer == question.key)
        for answer, figure in item.answers
    ]
    return ItemSection(title, item, tuple(lines))


def option_words(question: Question) -> dict[str, str]:
    """Return the options by letter in the reader's language, else in English, as they are now."""
    versions = sorted(question.wordings.all(), key=lambda one: one.version)
    rows: dict[str, Any] = {one.language: one for one in versions}
    wording = rows.get(get_language() or "en") or rows.get("en")
    return {one["id"]: f"{one['id']}. {one['text']}" for one in wording.options} if wording else {}


register("2-answers", answers_panel)
