"""A programme in the site: its row, its pages, its steps with their tests, its awards."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from assessments.models import QuestionBank, Topic
from certificates.models import Award, AwardText
from config.curriculum.reading.shapes import Programme
from config.curriculum.reading.tables import LANGUAGES
from config.curriculum.writing.banks import renew, write_bank, write_instrument
from config.curriculum.writing.nodes import programme_node
from config.curriculum.writing.pages import SOURCE, PageWriter
from config.curriculum.writing.steps import write_steps
from courses.actions import keep_terms
from courses.models import Programme as ProgrammeRow
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
    write_steps(programme, row, written, instrument, writer)
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


def _write_awards(programme: Programme, row: ProgrammeRow) -> None:
    steps = {step.code: step for step in row.steps.all()}
    for position, award in enumerate(programme.awards):
        fields = {"valid_years": award.valid_years or None, "position": position}
        held = renew(Award, {"programme": row, "slug": award.slug}, fields)
        # A step that an author has taken out earns nothing any more.
        wanted = {steps[code] for code in award.steps if code in steps}
        if wanted != set(held.steps.all()):
            held.steps.set(wanted)
        for language in LANGUAGES:
            texts = {"title": award.title[language], "statement": award.statement[language]}
            renew(AwardText, {"award": held, "language": language}, texts)
