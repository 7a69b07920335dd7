"""How far the translations of pages are; a few queries for any number of pages."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation


class TranslationState(StrEnum):
    """How far a page is in a language."""

    SOURCE = "source"
    ABSENT = "absent"
    MIRROR = "mirror"
    UNKNOWN = "unknown"
    PARTLY = "partly"
    OUT_OF_DATE = "out of date"
    UNPUBLISHED = "unpublished"
    DONE = "done"


WORDS = {
    TranslationState.SOURCE: _("source"),
    TranslationState.ABSENT: _("not there"),
    TranslationState.MIRROR: _("not begun"),
    TranslationState.UNKNOWN: _("not compared yet"),
    TranslationState.PARTLY: _("begun"),
    TranslationState.OUT_OF_DATE: _("out of date"),
    TranslationState.UNPUBLISHED: _("not published yet"),
    TranslationState.DONE: _("up to date"),
}


@dataclass(frozen=True)
class Progress:
    """The texts of a translation: how many there are, how many answer to the source, how many did before it changed."""

    total: int
    done: int
    outdated: int

    @property
    def missing(self) -> int:
        """How many were never translated."""
        return self.total - self.done - self.outdated


@dataclass(frozen=True)
class Standing:
    """A page in a language: its state, and the texts where they are counted."""

    state: TranslationState
    progress: Progress | None = None

    @property
    def words(self) -> str:
        """Return the state in a word or two."""
        return str(WORDS[self.state])


def state_of(page: Page, progress: Progress | None, *, is_source: bool) -> TranslationState:
    """Return the state of a page; `progress` is None where nobody has compared it with its source."""
    if page.alias_of_id:
        return TranslationState.MIRROR
    if is_source:
        return TranslationState.SOURCE
    if progress is None:
        return TranslationState.UNKNOWN
    if progress.outdated:
        return TranslationState.OUT_OF_DATE
    if progress.missing:
        return TranslationState.PARTLY
    if not page.live or page.has_unpublished_changes:
        return TranslationState.UNPUBLISHED
    return TranslationState.DONE


def progress_of(keys: Iterable[uuid.UUID]) -> dict[tuple[uuid.UUID, int], Progress]:
    """Return by translation key and language how far each translation is; one query, however many."""
    same = StringTranslation.objects.filter(
        context=OuterRef("context"), locale=OuterRef("source__translations__target_locale"), has_error=False
    )
    rows = (
        StringSegment.objects.filter(source__object__in=list(keys), source__translations__isnull=False)
        .annotate(
            is_done=Exists(same.filter(translation_of=OuterRef("string"))),
            was_done=Exists(same),
        )
        .values("source__object_id", "source__translations__target_locale_id")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(is_done=True)),
            outdated=Count("pk", filter=Q(is_done=False, was_done=True)),
        )
    )
    return {
        (row["source__object_id"], row["source__translations__target_locale_id"]): Progress(
            row["total"], row["done"], row["outdated"]
        )
        for row in rows
    }


def standings(pages: Iterable[Page]) -> dict[uuid.UUID, dict[int, tuple[Page, Standing]]]:
    """Return by translation key, then by language, how far each page's family is; three queries, however many."""
    keys = {page.translation_key for page in pages}
    family = list(Page.objects.filter(translation_key__in=keys).select_related("locale"))
    progress = progress_of(keys)
    sources = dict(
        Translation.objects.filter(source__object__in=keys).values_list("source__object_id", "source__locale_id")
    )
    found: dict[uuid.UUID, dict[int, tuple[Page, Standing]]] = {}
    first = {page.translation_key: page.locale_id for page in pages}
    for page in family:
        is_source = sources.get(page.translation_key, first[page.translation_key]) == page.locale_id
        counted = progress.get((page.translation_key, page.locale_id))
        standing = Standing(state_of(page, counted, is_source=is_source), counted)
        found.setdefault(page.translation_key, {})[page.locale_id] = (page, standing)
    return found


def outdated_texts(translation: Translation) -> list[tuple[str, str]]:
    """Return the texts of the source that changed since they were translated, each with its old translation."""
    same = StringTranslation.objects.filter(locale=translation.target_locale_id, has_error=False)
    segments = StringSegment.objects.filter(source=translation.source_id).select_related("string")
    current = same.filter(context=OuterRef("context"), translation_of=OuterRef("string"))
    changed = segments.exclude(Exists(current)).filter(Exists(same.filter(context=OuterRef("context"))))
    before = dict(
        same.filter(context__in=changed.values("context")).order_by("updated_at").values_list("context_id", "data")
    )
    return [(one.string.data, before[one.context_id]) for one in changed.order_by("order")]
