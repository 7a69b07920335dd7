"""A programme in the site: its row, its pages, its steps with their tests, its awards."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from assessments.models import Instrument, QuestionBank, StepTest, Topic
from certificates.models import Award, AwardText
from config.curriculum.reading.shapes import Programme
from config.curriculum.reading.tables import LANGUAGES
from config.curriculum.writing.banks import renew, write_bank, write_instrument
from config.curriculum.writing.nodes import programme_node
from config.curriculum.writing.pages import SOURCE, PageWriter
from courses.actions import keep_terms
from courses.models import Programme as ProgrammeRow
from courses.models import Step
from home.models import HomePage
from people.models import Audience

Written = Mapping[str, Mapping[str, Page]]


@transaction.atomic
def write_programme(programme: Programme, writer: PageWriter) -> ProgrammeRow:
    """Write a programme and everything in it, or nothing."""
    row = renew(ProgrammeRow, {"slug": programme.slug}, {"name": programme.name})
    # Who has joined is held to what stood here before.
    keep_terms(row, on=timezone.localdate())
    audiences = Audience.objects.filter(code__in=programme.audiences)
    if set(audiences) != set(row.audiences.all()):
        row.audiences.set(audiences)
    bank = write_bank(programme, writer)
    instrument = write_instrument(programme, bank)
    homes = {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}
    written = writer.write(programme_node(programme, row, bank), homes)
    _show_sample(programme, written, writer)
    _name_what_to_read_again(programme, bank, written, writer)
    _write_steps(programme, row, written, instrument)
    _write_awards(programme, row)
    return row


def _show_sample(programme: Programme, written: Written, writer: PageWriter) -> None:
    """Name the sample lesson on the programme's page: only now it is sure to exist."""
    for language in programme.title if programme.sample else ():
        lesson = written[f"{programme.slug}/{programme.sample}"][language]
        writer.renew(written[programme.slug][language], {"sample_id": lesson.pk}, {})


def _name_what_to_read_again(programme: Programme, bank: QuestionBank, written: Written, writer: PageWriter) -> None:
    """Name the page of each topic; what staff have chosen instead is changed only on demand."""
    for topic in bank.topics.all():
        way = next((one.again for one in programme.bank.topics if one.code == topic.code), "")
        if way and (topic.read_again_id is None or writer.overwrite):
            page = written[f"{programme.slug}/{way}"][SOURCE]
            renew(Topic, {"pk": topic.pk}, {"read_again_id": page.pk})


def _write_steps(programme: Programme, row: ProgrammeRow, written: Written, instrument: Instrument) -> None:
    rows: dict[str, Step] = {}
    for position, step in enumerate(programme.steps):
        page = _page_of(programme, step.page, written) if step.page else None
        fields = {
            "kind": step.kind,
            "page_id": page.pk if page else None,
            "opening": step.opening,
            "after_id": rows[step.after].pk if step.after else None,
            "offset_months": step.offset_months,
            "open_days": step.open_days or None,
            "window_from": step.window_from,
            "window_to": step.window_to,
            "pass_mark": step.pass_mark or None,
            "sort_order": position,
        }
        rows[step.code] = renew(Step, {"programme": row, "code": step.code}, fields)
        if step.wave:
            renew(StepTest, {"step": rows[step.code]}, {"wave": step.wave, "instrument_id": instrument.pk})


def _page_of(programme: Programme, name: str, written: Written) -> Page:
    """Return the page in the source language that a step asks for by its folder's or file's name."""
    found = programme.courses.get(name) or programme.films.get(name) or programme.questionnaire
    return written[f"{programme.slug}/{found.slug}"][SOURCE]


def _write_awards(programme: Programme, row: ProgrammeRow) -> None:
    steps = {step.code: step for step in row.steps.all()}
    for position, award in enumerate(programme.awards):
        fields = {"valid_years": award.valid_years or None, "position": position}
        held = renew(Award, {"programme": row, "slug": award.slug}, fields)
        wanted = {steps[code] for code in award.steps}
        if wanted != set(held.steps.all()):
            held.steps.set(wanted)
        for language in LANGUAGES:
            texts = {"title": award.title[language], "statement": award.statement[language]}
            renew(AwardText, {"award": held, "language": language}, texts)
