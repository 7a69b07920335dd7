"""How far a translated page can be relied on."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet, Subquery
from wagtail.models import Page

from courses.addresses import address_of
from courses.models import TextReview


@dataclass(frozen=True)
class TranslationState:
    """Of a translated page: the language and address of its source, and the month in which it was read, or None."""

    language: str
    url: str
    reviewed_in: datetime.date | None


def with_review(sources: QuerySet[Page], page: Page) -> QuerySet[Page]:
    """Add to the source of a translated page who has read the translation, so that one query fetches both."""
    review = TextReview.objects.filter(page=page.pk)
    return sources.annotate(
        read_in=Subquery(review.values("reviewed_in")), read_revision=Subquery(review.values("revision_id"))
    )


def state_of(page: Page, source: Page | None) -> TranslationState | None:
    """Return the state of a translated page by its source fetched `with_review`; None without a source. No query."""
    if source is None:
        return None
    stands = source.read_in is not None and source.read_revision == page.live_revision_id
    language = settings.LANGUAGE_CODE
    return TranslationState(language, address_of(source, language), source.read_in if stands else None)
