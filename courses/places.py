"""A lesson's place in its course: what stands above and around it, what comes before and after. One query for it all."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import DateField, Expression, OuterRef, Q, QuerySet, Subquery, Value
from wagtail.models import Page

from courses.desk.changed import change_note
from courses.lessons import is_live_lesson
from courses.models import LessonCompletion

# The root of all pages, the home page, the programme; then the course. A lesson at this depth stands alone.
COURSE_DEPTH = 4
# Of a page's thirty columns, what a list of lessons needs. A link costs no more than this.
COLUMNS = ("path", "depth", "title", "slug", "url_path", "translation_key", "locale_id", "content_type_id")


@dataclass(frozen=True)
class Place:
    """A lesson among the others. Every lesson carries `done_on`, the day its reader finished it, and `change_note`; or None."""

    page: Page
    above: list[Page]
    lessons: list[Page]
    previous: Page | None
    following: Page | None

    @property
    def parent(self) -> Page:
        """Return the module, or the course where it has none."""
        return self.above[-1]

    @property
    def keys(self) -> set[UUID]:
        """Return the translation keys of the lesson and of everything it stands in."""
        return {one.translation_key for one in [*self.above, self.page]}

    @property
    def number(self) -> int:
        """Return which lesson of its module it is, from 1."""
        return next((at for at, one in enumerate(self.lessons, 1) if one.pk == self.page.pk), 1)

    @property
    def done_on(self) -> datetime.date | None:
        """Return the day on which this lesson was finished."""
        return next((one.done_on for one in self.lessons if one.pk == self.page.pk), None)

    @property
    def change_note(self) -> str | None:
        """Return what changed since its reader finished it, perhaps an empty word; None where nothing did."""
        return next((one.change_note for one in self.lessons if one.pk == self.page.pk), None)


def within(path: str, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Keep what stands below a path. A range of the index, where `startswith` would read every page."""
    return pages.filter(path__gt=path, path__lt=path + "Z" * Page.steplen)


def finished_on(learner: Any) -> Expression | Subquery:
    """Return the day on which a learner finished a lesson, to annotate lessons with; nothing for a visitor."""
    if not learner.is_authenticated:
        return Value(None, output_field=DateField())
    mine = LessonCompletion.objects.filter(learner=learner, lesson_key=OuterRef("translation_key"))
    return Subquery(mine.values("completed_on")[:1])


def place_of(page: Page, learner: Any) -> Place:
    """Return the place of a live lesson; one query, whatever the number of lessons."""
    above = paths_above(page)
    wanted = Q(path__in=above) | Q(pk=page.pk)
    if page.depth > COURSE_DEPTH:
        inside = within(page.path[: COURSE_DEPTH * Page.steplen], Page.objects.filter(is_live_lesson()))
        before = inside.filter(path__lt=page.path).order_by("-path")
        after = inside.filter(path__gt=page.path).order_by("path")
        wanted |= Q(is_live_lesson(), path__gt=above[-1], path__lt=above[-1] + "Z" * Page.steplen, depth=page.depth)
        wanted |= Q(pk=Subquery(before.values("pk")[:1])) | Q(pk=Subquery(after.values("pk")[:1]))
    found = list(
        Page.objects.filter(wanted)
        .only(*COLUMNS)
        .annotate(done_on=finished_on(learner), change_note=change_note(learner))
        .order_by("path")
    )
    inside = [one for one in found if one.path not in above]
    here = next(at for at, one in enumerate(inside) if one.pk == page.pk)
    return Place(
        page=page,
        above=[one for one in found if one.path in above],
        lessons=[one for one in inside if one.path.startswith(above[-1]) and one.depth == page.depth]
        if page.depth > COURSE_DEPTH
        else [inside[here]],
        previous=inside[here - 1] if here else None,
        following=inside[here + 1] if here + 1 < len(inside) else None,
    )


def paths_above(page: Page) -> list[str]:
    """Return the paths of the pages a page stands in, from the programme's page down; no query."""
    first = (COURSE_DEPTH - 1) * Page.steplen
    return [page.path[:end] for end in range(first, len(page.path), Page.steplen)]
