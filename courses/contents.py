"""What is in a course: its modules with how far one is in each, and the lessons of one of them. Two queries."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat
from wagtail.models import Page

from courses.desk.changed import change_note
from courses.lessons import lesson_models, own_lesson_models
from courses.models import LessonCompletion, ModulePage
from courses.places import COLUMNS, COURSE_DEPTH, finished_on, paths_above, within


@dataclass(frozen=True)
class Contents:
    """The course around a page. Modules carry `total` and `done`, lessons `done_on`.

    `lessons` are those of the module `opened`, and those that stand in the course itself, as `own`.
    """

    page: Page
    course: Page
    above: list[Page]
    modules: list[Page]
    opened: Page | None
    lessons: list[Page]
    own: list[Page]

    @property
    def keys(self) -> set[UUID]:
        """Return the translation keys of the page and of everything it stands in."""
        return {one.translation_key for one in [*self.above, self.course, self.page]}

    @property
    def counted(self) -> Page:
        """Return whose lessons the page counts: the module's on its own page, else all of the course."""
        return self.opened if self.opened and self.opened.pk == self.page.pk else self.course

    @property
    def resume(self) -> Page | None:
        """Return the first lesson that is not finished and waits for its reader alone, or None where there is none."""
        waiting = [
            one
            for one in [*self.own, *self.lessons]
            if one.done_on is None and one.specific_class in own_lesson_models()
        ]
        return min(waiting, key=lambda one: one.path, default=None)


def contents_of(page: Page, learner: Any) -> Contents:
    """Return a course around one of its modules, or around the module where its reader stopped; two queries.

    On the page of the course that is the first module with a lesson not finished. Neither query grows with the lessons.
    """
    course_path = page.path[: COURSE_DEPTH * Page.steplen]
    rows = _counted(course_path, [*paths_above(page), course_path], learner)
    course = next(one for one in rows if one.path == course_path)
    modules = [one for one in rows if one.depth > COURSE_DEPTH and one.total]
    here = next((one for one in rows if one.pk == page.pk and one.pk != course.pk), None)
    opened = here or next((one for one in modules if one.done < one.total), next(iter(modules), None))
    lessons = _lessons(course_path, opened, learner, with_own=here is None)
    return Contents(
        page=page,
        course=course,
        above=[one for one in rows if one.depth < COURSE_DEPTH],
        modules=modules,
        opened=opened,
        lessons=[one for one in lessons if one.depth > COURSE_DEPTH + 1],
        own=[one for one in lessons if one.depth == COURSE_DEPTH + 1],
    )


def _counted(course_path: str, above: list[str], learner: Any) -> list[Page]:
    """Return the course, what it stands in and its live modules, in order, each with the number of lessons in it."""
    pages = Page.objects.all()
    modules = within(course_path, pages.type(ModulePage).live()).filter(depth=COURSE_DEPTH + 1)
    wanted = Q(path__in=above) | Q(pk__in=modules.values("pk"))
    inside = (
        pages.type(*lesson_models())
        .live()
        .filter(path__gt=OuterRef("path"), path__lt=Concat(OuterRef("path"), Value("Z" * Page.steplen)))
    )
    mine = LessonCompletion.objects.filter(learner=learner.pk)
    finished = inside.filter(translation_key__in=mine.values("lesson_key"))
    found = pages.filter(wanted).only(*COLUMNS).order_by("path")
    return list(found.annotate(total=_number(inside), done=_number(finished)))


def _number(pages: QuerySet[Page]) -> Coalesce:
    counted = pages.order_by().values("live").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _lessons(course_path: str, opened: Page | None, learner: Any, *, with_own: bool) -> list[Page]:
    """Return the live lessons of one module, and those right below the course, in order; one query."""
    lessons = Page.objects.type(*lesson_models()).live()
    wanted = Q(pk__in=[])
    for path, is_wanted in ((course_path, with_own), (opened.path if opened else "", opened is not None)):
        if is_wanted:
            depth = len(path) // Page.steplen
            wanted |= Q(path__gt=path, path__lt=path + "Z" * Page.steplen, depth=depth + 1)
    found = lessons.filter(wanted).only(*COLUMNS).order_by("path")
    return list(found.annotate(done_on=finished_on(learner), change_note=change_note(learner)))
