"""How the lessons of a course stand: published, translated, sourced, used. As many queries for one lesson as for thirty."""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Locale, Page, Revision

from courses.choices import Country, LocalTopic
from courses.content_checks import Finding, Lack, Text, findings
from courses.lessons import lesson_models
from courses.models import EditionStep, LocalRule, PlaceCountry, ProgrammePage, Step
from courses.pages.lessons import CaptionTrack


class Language(Enum):
    """How a lesson stands in one language."""

    SOURCE = auto()
    REVIEWED = auto()
    DRAFT = auto()  # live, and read by nobody of the field yet
    OLDER = auto()  # the source was published after it
    UNPUBLISHED = auto()
    MISSING = auto()  # shows the source, or is not there at all

    @property
    def is_missing(self) -> bool:
        """Tell whether readers of the language get no text of their own."""
        return self in (Language.UNPUBLISHED, Language.MISSING)


@dataclass(frozen=True)
class LessonHealth:
    """One lesson with everything its author should know."""

    page: Page
    findings: list[Finding]
    languages: Mapping[str, Language]
    reviewed_in: Mapping[str, datetime.date]
    is_used: bool

    @property
    def is_unpublished(self) -> bool:
        """Tell whether readers cannot see it, or not as it was written last."""
        return not self.page.live or self.page.has_unpublished_changes

    @property
    def is_untranslated(self) -> bool:
        """Tell whether a language of the site has no text of its own."""
        return any(state.is_missing for state in self.languages.values())

    @property
    def is_unsourced(self) -> bool:
        """Tell whether a source is missing or unsettled."""
        return any(one.lack in (Lack.SOURCES, Lack.SOURCE_OPEN) for one in self.findings)

    @property
    def is_well(self) -> bool:
        """Tell whether nothing is to be done."""
        return self.is_used and not (self.findings or self.is_unpublished or self.is_untranslated)


def lessons_below(page: Page) -> QuerySet[Page]:
    """Return the lessons in a page, drafts and itself included, in the order of the course."""
    return Page.objects.descendant_of(page, inclusive=True).type(*lesson_models()).order_by("path")


def health_of(lessons: QuerySet[Page]) -> list[LessonHealth]:
    """Return how lessons stand, each by the text its author wrote last; the lessons are of one language."""
    pages = list(lessons.specific())
    versions = _versions({page.translation_key for page in pages})
    used = _used_keys()
    above = _keys_above(pages)
    texts = _texts(pages)
    found = []
    for page, text in zip(pages, texts, strict=True):
        own = versions[page.translation_key]
        source = _source(own, page)
        languages = {code: _state(source, own.get(code)) for code, _name in settings.LANGUAGES}
        found.append(
            LessonHealth(
                page=page,
                findings=findings(text),
                languages=languages,
                reviewed_in={code: one["text_review__reviewed_in"] for code, one in own.items() if _is_reviewed(one)},
                is_used=bool(used & {page.translation_key, *above[page.pk]}),
            )
        )
    return found


def _versions(keys: set[UUID]) -> dict[UUID, dict[str, dict[str, Any]]]:
    """Return what is kept of the page of each language, by translation key and language; one query."""
    rows = Page.objects.filter(translation_key__in=keys).values(
        *("pk", "translation_key", "locale__language_code", "alias_of_id", "live", "live_revision_id"),
        *("last_published_at", "text_review__revision_id", "text_review__reviewed_in"),
    )
    found: dict[UUID, dict[str, dict[str, Any]]] = {key: {} for key in keys}
    for row in rows:
        found[row["translation_key"]][row["locale__language_code"]] = row
    return found


def _is_reviewed(row: Mapping[str, Any]) -> bool:
    is_read = row["text_review__reviewed_in"] is not None
    return is_read and row["text_review__revision_id"] == row["live_revision_id"]


def _source(own: Mapping[str, Mapping[str, Any]], page: Page) -> Mapping[str, Any]:
    """Return the text the others are translated from: in the site's first language where it has one, otherwise the page."""
    first = own.get(settings.LANGUAGE_CODE)
    if first is not None and not first["alias_of_id"]:
        return first
    return next(row for row in own.values() if row["pk"] == page.pk)


def _state(source: Mapping[str, Any], row: Mapping[str, Any] | None) -> Language:
    if row is not None and row["pk"] == source["pk"]:
        return Language.SOURCE
    if row is None or row["alias_of_id"]:
        return Language.MISSING
    if not row["live"]:
        return Language.UNPUBLISHED
    then, now = row["last_published_at"], source["last_published_at"]
    if then and now and now > then:
        return Language.OLDER
    return Language.REVIEWED if _is_reviewed(row) else Language.DRAFT


def _used_keys() -> set[UUID]:
    """Return the keys of the pages that steps ask for, now or in an edition, and of the sample lessons; three queries."""
    before = EditionStep.objects.exclude(page=None).values_list("page__translation_key", flat=True).distinct()
    asked = Step.objects.exclude(page=None).values_list("page__translation_key", flat=True)
    shown = ProgrammePage.objects.exclude(sample=None).values_list("sample__translation_key", flat=True)
    return {*asked, *before, *shown}


def _keys_above(pages: Iterable[Page]) -> dict[int, set[UUID]]:
    """Return the keys of everything around each page; one query."""
    ways = {page.pk: [page.path[:end] for end in range(Page.steplen, len(page.path), Page.steplen)] for page in pages}
    wanted = {path for way in ways.values() for path in way}
    keys = dict(Page.objects.filter(path__in=wanted).values_list("path", "translation_key"))
    return {pk: {keys[path] for path in way if path in keys} for pk, way in ways.items()}


def resolved_topics() -> frozenset[str]:
    """Return the topics that have a rule in every country the site names; two queries. None where it names none."""
    countries = set(PlaceCountry.objects.values_list("country", flat=True))
    rules = set(LocalRule.objects.values_list("topic", "country"))
    if not countries:
        return frozenset()
    topics = {topic for topic, _country in rules}
    return frozenset(one for one in topics if all((one, country) in rules for country in countries))


@dataclass(frozen=True)
class RulesOfCountry:
    """What an owner should see to in one country: topics lessons mark and nobody resolved, rules to be checked again."""

    country: str
    unresolved: list[str]
    old: list[LocalRule]


def rules_by_country(on: datetime.date) -> list[RulesOfCountry]:
    """Return each country of the site with its open topics, and its rules of a year ago or more; two queries."""
    rules: dict[str, list[LocalRule]] = {}
    for rule in LocalRule.objects.all():
        rules.setdefault(rule.country, []).append(rule)
    year_ago = on.replace(year=on.year - 1, day=1)
    return [
        RulesOfCountry(
            country=str(Country(code).label),
            unresolved=[
                str(topic.label) for topic in LocalTopic if topic not in {one.topic for one in rules.get(code, [])}
            ],
            old=[one for one in rules.get(code, []) if one.checked_in <= year_ago],
        )
        for code in sorted(set(PlaceCountry.objects.values_list("country", flat=True)))
    ]


def _texts(pages: list[Page]) -> list[Text]:
    """Return the text of each lesson as it was written last; five queries."""
    drafts = {page.latest_revision_id for page in pages if page.has_unpublished_changes and page.latest_revision_id}
    written = dict(Revision.objects.filter(pk__in=drafts).values_list("pk", "content"))
    tracks: dict[int, set[str]] = {}
    for page, language in CaptionTrack.objects.filter(page__in=[one.pk for one in pages]).values_list(
        "page_id", "language"
    ):
        tracks.setdefault(page, set()).add(language)
    topics = resolved_topics()
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    return [
        _text(page, written.get(page.latest_revision_id), tracks.get(page.pk, set()), languages[page.locale_id], topics)
        for page in pages
    ]


def _text(page: Page, draft: Mapping[str, Any] | None, tracks: set[str], language: str, topics: frozenset[str]) -> Text:
    is_film = hasattr(page, "transcript")
    if draft is not None:
        raw = json.loads(draft.get("body") or "[]")
        tracks = {one["language"] for one in draft.get("captions", [])}
    else:
        raw = list(page.body.raw_data)
    held = draft or {"minutes": page.minutes, "transcript": getattr(page, "transcript", "")}
    return Text(
        language=language,
        minutes=held.get("minutes") or 0,
        blocks=tuple((one["type"], one["value"]) for one in raw),
        is_film=is_film,
        transcript=held.get("transcript") or "",
        caption_languages=frozenset(tracks),
        local_topics=topics,
    )
