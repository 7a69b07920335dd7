"""What a lesson tells its reader about itself: changed since you read it, a draft translation, what holds here."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Subquery
from wagtail.models import Page

from courses.models import ChangedPage, Enrolment, LessonCompletion, LocalRule, PlaceCountry, TextReview
from people.querysets import LEVELS


@dataclass(frozen=True)
class TranslationState:
    """Of a translated page: the page it comes from, and the month in which somebody of the field read it, or None."""

    source: Page
    reviewed_in: datetime.date | None


def translation_state(page: Page, language: str) -> TranslationState | None:
    """Return how far a translated page can be relied on; None for a source and for a page that shows its source.

    `language` is the page's. One query; none in the site's first language, in which courses are written.
    """
    if page.alias_of_id or language == settings.LANGUAGE_CODE:
        return None
    review = TextReview.objects.filter(page=page.pk)
    source = (
        Page.objects.translation_of(page)
        .filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
        .annotate(read_in=Subquery(review.values("reviewed_in")), read_revision=Subquery(review.values("revision_id")))
        .select_related("locale")
        .first()
    )
    if source is None:
        return None
    stands = source.read_in is not None and source.read_revision == page.live_revision_id
    return TranslationState(source, source.read_in if stands else None)


def unread_changes(learner: Any, pages: Iterable[Page]) -> dict[int, str]:
    """Return the note of each page that changed substantially since the learner finished it; one query.

    Days are all we keep, so a change of the same day counts as later, unless the learner has gone on from it since.
    """
    own = {page.alias_of_id or page.pk: page.pk for page in pages}
    finished = LessonCompletion.objects.filter(learner=learner, lesson_key=OuterRef("change__lesson_key"))
    rows = (
        ChangedPage.objects.filter(page__in=list(own), in_effect_on__isnull=False)
        .annotate(finished_on=Subquery(finished.values("completed_on")))
        .filter(in_effect_on__gte=F("finished_on"))
        .exclude(change__seen__learner=learner)
        .order_by("in_effect_on", "pk")
    )
    return {own[page]: note for page, note in rows.values_list("page_id", "note")}


def country_of(learner: Any) -> str:
    """Return the country of a learner's cohort by its organisation or one above it, the site's own where none has one.

    Empty where the owner of the site named no country. Two queries.
    """
    places = dict(PlaceCountry.objects.values_list("organisation_id", "country"))
    ways = ["__".join(["organisation", *["parent"] * level, "id"]) for level in range(LEVELS)]
    if any(places) and learner.is_authenticated:
        for way in Enrolment.objects.of(learner).order_by("-pk").values_list(*[f"cohort__{one}" for one in ways]):
            for place in way:
                if place in places:
                    return str(places[place])
    return str(places.get(None, ""))


def local_rules(country: str, topics: Iterable[str], language: str) -> Mapping[str, LocalRule]:
    """Return what holds in a country by topic, in the language where it is stated in it, otherwise in English; one query."""
    found = LocalRule.objects.filter(country=country, topic__in=set(topics)) if country else ()
    order = {language: 2, settings.LANGUAGE_CODE: 1}
    return {one.topic: one for one in sorted(found, key=lambda one: order.get(one.language, 0))}


def topics_in(page: Page) -> list[str]:
    """Return the topics a lesson leaves to the country."""
    return [block.value["topic"] for block in page.body if block.block_type == "local"]


def notes_of(user: Any, page: Page, *, is_done: bool, language: str) -> dict[str, Any]:
    """Return what the lesson's template says beside the text.

    No query for an unfinished lesson in English without a local marker; a handful at most, whatever the course holds.
    """
    topics = topics_in(page)
    changed = unread_changes(user, [page]) if is_done else {}
    return {
        "translation": translation_state(page, language),
        "is_changed": page.pk in changed,
        "change_note": changed.get(page.pk, ""),
        "local_rules": local_rules(country_of(user), topics, language) if topics else {},
    }
