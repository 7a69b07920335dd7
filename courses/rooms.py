"""Sessions in a room: which ones a programme asks for, and who of a cohort was there."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from wagtail.models import Page

from courses.models import (
    Cohort,
    EditionStep,
    GuidePage,
    LessonCompletion,
    Programme,
    ProgrammePage,
    RoomSessionPage,
    Step,
)


@dataclass(frozen=True)
class SheetRow:
    """A learner of the cohort, and the day on which the session was signed off, None where it was not yet."""

    enrolment: UUID
    handle: str
    is_synthetic: bool
    signed_on: datetime.date | None


def below(paths: Sequence[str]) -> Q:
    """Return the filter for pages at these places in the tree or under them; none for no place."""
    return reduce(or_, (Q(path__startswith=path) for path in paths), Q(pk__in=[]))


def sessions_of(programme: Programme, language: str) -> QuerySet[RoomSessionPage]:
    """Return the live sessions that a programme's steps ask for, now or in an edition, in a language; one query besides."""
    asked = Step.objects.filter(programme=programme, page__isnull=False).values("page__translation_key")
    before = EditionStep.objects.filter(edition__programme=programme, page__isnull=False).values(
        "page__translation_key"
    )
    pages = Page.objects.filter(Q(translation_key__in=asked) | Q(translation_key__in=before))
    paths = list(pages.filter(locale__language_code=language).values_list("path", flat=True))
    return RoomSessionPage.objects.live().filter(below(paths)).order_by("path")


def guides_of(programme: Programme, language: str) -> QuerySet[GuidePage]:
    """Return the live guides of a programme in a language of the site; one query besides."""
    pages = ProgrammePage.objects.filter(programme=programme, locale__language_code=language)
    return GuidePage.objects.live().filter(below(list(pages.values_list("path", flat=True)))).order_by("path")


def shown_language(language: str | None) -> str:
    """Return the language in which pages are looked for: the reader's, or the site's first."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def sheet_of(cohort: Cohort, key: UUID) -> list[SheetRow]:
    """Return who is in a cohort and for whom the session with a translation key is signed off; two queries."""
    present = cohort.enrolments.filter(learner__isnull=False).select_related("learner").order_by("learner__handle")
    signed = dict(
        LessonCompletion.objects.filter(lesson_key=key, learner__enrolments__cohort=cohort).values_list(
            "learner_id", "completed_on"
        )
    )
    return [
        SheetRow(one.pk, one.learner.handle, one.learner.is_synthetic, signed.get(one.learner_id)) for one in present
    ]
