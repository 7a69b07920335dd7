"""Keep the words of lessons for search: read a lesson when it is published, and whatever was missed."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.signals import page_published

from courses.folding import folded
from courses.lessons import lesson_models
from courses.models import LessonText

LONGEST_TITLE = 400


def read_lesson(page: Page) -> None:
    """Keep what a lesson says now; a repeat changes nothing."""
    text = "\n".join(lines_of(page))
    LessonText.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "title": page.title,
            "text": text,
            "folded_title": folded(page.title)[:LONGEST_TITLE],
            "folded_text": "\n".join(folded(line) for line in text.splitlines()),
            "published_at": page.last_published_at,
        },
    )


def read_lessons() -> int:
    """Read every live lesson that was published or renamed since it was last read; return how many there were."""
    live = Page.objects.type(*lesson_models()).live()
    seen = live.values_list("pk", "title", "last_published_at", "lesson_text__title", "lesson_text__published_at")
    stale = [pk for pk, title, at, read_title, read_at in seen if (title, at) != (read_title, read_at)]
    for page in Page.objects.filter(pk__in=stale).specific().iterator():
        read_lesson(page)
    LessonText.objects.filter(~Q(page__in=live)).delete()
    return len(stale)


def read_published(sender: Any, instance: Page, **_told: Any) -> None:
    """Read a lesson that Wagtail has just published, whoever asked for it: an author, a schedule, a translation."""
    if isinstance(instance, lesson_models()):
        read_lesson(instance)


def lines_of(page: Page) -> Iterable[str]:
    """Yield the lines of a lesson: what its blocks say, then the words of its film."""
    for said in page.body.stream_block.get_searchable_content(page.body):
        yield from (line.strip() for line in strip_tags(str(said)).splitlines() if line.strip())
    yield from (line.strip() for line in getattr(page, "transcript", "").splitlines() if line.strip())


# Wagtail's own news, no flow of ours: a schedule and a translation publish too, and pass no action of this app.
page_published.connect(read_published, dispatch_uid="courses.indexing")
