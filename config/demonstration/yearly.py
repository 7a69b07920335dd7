"""A small programme whose yearly window contains today, so that an open exam can be seen on any day."""

import datetime

from django.utils.translation import gettext_noop as _

from assessments.choices import Wave
from assessments.models import Instrument, StepTest
from certificates.models import Award, AwardText
from config.demonstration.cast import YEARLY
from config.demonstration.days import year_window
from courses.choices import Opening, StepKind
from courses.models import Programme, Step, Terms
from people.models import Audience

SOURCE = "anshan"
NAME = _("Yearly exam (demonstration)")
PASS_MARK = 60
STATEMENTS = {
    "en": ("Health and Safety: Year", "Read one book and took one test; passed one exam."),
    "zh-hans": ("健康与安全：年度", "读一本书，参加一次测验；通过一次考试。"),
}


def make_yearly(today: datetime.date) -> None:
    """Make the programme where it is missing, and move its window so that it holds today."""
    first, last = year_window(today)
    programme = Programme.objects.filter(slug=YEARLY).first() or _make_programme(first, last)
    exam = Step.objects.filter(programme=programme, code="exam")
    exam.exclude(window_from=first, window_to=last).update(window_from=first, window_to=last)
    # The window moves with the days, so these accounts go by the present and not by an edition.
    Terms.objects.filter(edition__programme=programme, enrolment__learner__is_demonstration=True).delete()


def _make_programme(first: str, last: str) -> Programme:
    """Make the programme from the book and the instrument of another one."""
    programme = Programme.objects.create(slug=YEARLY, name=NAME)
    programme.audiences.set(Audience.objects.filter(code="backbone"))
    book = Step.objects.get(programme__slug=SOURCE, code="read").page
    row = {"programme": programme}
    intake = Step.objects.create(**row, code="intake", kind=StepKind.TEST, opening=Opening.AT_ONCE, sort_order=0)
    read = Step.objects.create(
        **row, code="read", kind=StepKind.READ, page=book, opening=Opening.AFTER_STEP, after=intake, sort_order=1
    )
    exam = Step.objects.create(
        **row,
        code="exam",
        kind=StepKind.EXAM,
        opening=Opening.YEARLY,
        after=intake,
        window_from=first,
        window_to=last,
        pass_mark=PASS_MARK,
        sort_order=2,
    )
    instrument = Instrument.objects.get(slug=SOURCE)
    for step, wave in ((intake, Wave.INTAKE), (exam, Wave.ANNUAL)):
        StepTest.objects.create(step=step, wave=wave, instrument=instrument)
    award = Award.objects.create(**row, slug="year", valid_years=1)
    award.steps.set([intake, read, exam])
    for language, (title, statement) in STATEMENTS.items():
        AwardText.objects.create(award=award, language=language, title=title, statement=statement)
    return programme
