"""What is in a course: its modules with how far one is in each, and the lessons of one of them. Two queries."""

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.db.models.functions import Substr
from wagtail.models import Page

from courses.desk.changed import change_note
from courses.lessons import is_live_lesson, own_lesson_models
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

    On the page of the course that is the first module with a lesson not finished. No query brings more with more lessons.
    """
    course_path = page.path[: COURSE_DEPTH * Page.steplen]
    numbers = _numbers(course_path, learner)
    is_module = page.path != course_path
    modules = [path for path, number in numbers.items() if number.is_module]
    waiting = (path for path in modules if numbers[path].done < numbers[path].total)
    opened_path = page.path if is_module else next(waiting, next(iter(modules), None))
    rows = _rows(course_path, opened_path, page, learner)
    for one in rows:
        one.total, one.done = numbers[one.path][:2] if one.path in numbers else (0, 0)
    course = next(one for one in rows if one.path == course_path)
    course.total = sum(one.total for one in numbers.values())
    course.done = sum(one.done for one in numbers.values())
    below = [one for one in rows if one.depth > COURSE_DEPTH]
    shown = [one for one in below if one.path in modules or one.path == opened_path]
    return Contents(
        page=page,
        course=course,
        above=[one for one in rows if one.depth < COURSE_DEPTH],
        modules=[one for one in shown if one.total],
        opened=next((one for one in shown if one.path == opened_path), None),
        lessons=[one for one in below if one.depth > COURSE_DEPTH + 1],
        own=[one for one in below if one.depth == COURSE_DEPTH + 1 and one not in shown],
    )


class _Number(NamedTuple):
    total: int
    done: int
    is_module: bool


def _numbers(course_path: str, learner: Any) -> dict[str, _Number]:
    """Return how many lessons there are by what stands right below the course, a module or a lesson of its own; one query.

    The course is read once and told apart: a subquery for each module read it as often as there were modules.
    """
    finished = LessonCompletion.objects.filter(learner=learner.pk, lesson_key=OuterRef("translation_key"))
    lessons = within(course_path, Page.objects.filter(is_live_lesson())).order_by()
    told = lessons.annotate(place=Substr("path", 1, len(course_path) + Page.steplen), is_done=Exists(finished))
    rows = told.values_list("place").annotate(
        total=Count("pk"), done=Count("pk", filter=Q(is_done=True)), depth=Max("depth")
    )
    return {place: _Number(total, done, depth > COURSE_DEPTH + 1) for place, total, done, depth in sorted(rows)}


def _rows(course_path: str, opened_path: str | None, page: Page, learner: Any) -> list[Page]:
    """Return the course, what it stands in, its live modules, and the lessons that are shown, in order; one query."""
    pages = Page.objects.all()
    modules = within(course_path, pages.type(ModulePage).live()).filter(depth=COURSE_DEPTH + 1)
    wanted = Q(path__in=[*paths_above(page), course_path]) | Q(pk__in=modules.values("pk"))
    for path, is_wanted in ((course_path, page.path == course_path), (opened_path, True)):
        if path and is_wanted:
            depth = len(path) // Page.steplen
            wanted |= Q(is_live_lesson(), path__gt=path, path__lt=path + "Z" * Page.steplen, depth=depth + 1)
    found = pages.filter(wanted).only(*COLUMNS).order_by("path")
    return list(found.annotate(done_on=finished_on(learner), change_note=change_note(learner)))
