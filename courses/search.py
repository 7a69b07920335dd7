"""Which of the lessons open to somebody say what was typed. At most two queries beside those that say what is open."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from wagtail.models import Page

from courses.addresses import address_of
from courses.folding import grams_of, line_with, terms_of
from courses.lessons import lesson_models
from courses.models import LessonText
from courses.permissions import open_paths

MOST_FOUND = 30
# Of the pieces of what was typed, this share in hundredths has to be in a lesson that comes close.
ENOUGH = 60
TITLE_WEIGHT = 3


@dataclass(frozen=True)
class Hit:
    """A lesson that was found, the course or module it stands in, and the line that says it."""

    title: str
    url: str
    within: str
    line: str


@dataclass(frozen=True)
class Found:
    """What a search found. `is_close`: nothing says exactly this, these come close. `more`: there are others."""

    hits: list[Hit]
    is_close: bool = False
    more: bool = False


def search_lessons(user: Any, typed: str, language: str, on: datetime.date) -> Found:
    """Find lessons in a language, open to a learner today, in which every word stands; if none, those that come close."""
    terms = terms_of(typed)
    if not terms:
        return Found([])
    texts = searched_by(user, language, on)
    exact = Q()
    for term in terms:
        exact &= Q(folded_title__contains=term) | Q(folded_text__contains=term)
    found = list(_best_first(texts.filter(exact), terms)[: MOST_FOUND + 1])
    if found:
        return _told(found, terms, language)
    grams = grams_of(terms)
    weighed = _best_first(texts, grams, weight=1).filter(weight__gte=max(1, len(grams) * ENOUGH // 100))
    return _told(list(weighed[: MOST_FOUND + 1]), grams, language, is_close=True)


def searched_by(user: Any, language: str, on: datetime.date) -> QuerySet[LessonText]:
    """Return the texts of live lessons in a language that an account may open."""
    live = Page.objects.type(*lesson_models()).live().filter(locale__language_code=language)
    paths = open_paths(user, language, on)
    texts = LessonText.objects.filter(page__in=live.values("pk"))
    if paths is None:
        return texts
    wanted = Q(pk__in=[])
    for path in paths:
        wanted |= Q(page__path__gte=path, page__path__lt=path + "Z" * Page.steplen)
    return texts.filter(wanted)


def _best_first(texts: QuerySet[LessonText], terms: list[str], weight: int = TITLE_WEIGHT) -> QuerySet[LessonText]:
    """Weigh each text by the terms in its title and in its words, and put the weightiest first."""
    total: Any = Value(0)
    for term in terms:
        in_title = When(folded_title__contains=term, then=Value(weight))
        in_text = When(folded_text__contains=term, then=Value(1))
        total = total + Case(in_title, in_text, default=Value(0), output_field=IntegerField())
    found = texts.annotate(weight=total).select_related("page").defer("folded_text")
    return found.order_by("-weight", "page__path")


def _told(found: list[LessonText], terms: list[str], language: str, *, is_close: bool = False) -> Found:
    """Say where each stands; one query for what they stand in."""
    parents = {one.page.path[: -Page.steplen] for one in found}
    titles = dict(Page.objects.filter(path__in=parents).values_list("path", "title")) if found else {}
    hits = [
        Hit(
            title=one.title,
            url=address_of(one.page, language),
            within=titles.get(one.page.path[: -Page.steplen], ""),
            line=line_with(one.text, terms),
        )
        for one in found[:MOST_FOUND]
    ]
    return Found(hits, is_close=is_close and bool(hits), more=len(found) > MOST_FOUND)
