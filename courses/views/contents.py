"""A course, a book or a module: what is in it and how far one is."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Page

from courses.lessons import lessons_in
from courses.permissions import LessonAccess, lesson_access
from courses.rests import rest_of


def serve_contents(request: HttpRequest, page: Page) -> HttpResponse:
    """Show the lessons inside, grouped as they stand in the tree."""
    access = lesson_access(request.user, page, timezone.localdate())
    if access is LessonAccess.SIGN_IN:
        return redirect_to_login(request.path)
    if access is LessonAccess.STRANGER:
        raise Http404
    if access is LessonAccess.LOCKED:
        return render(request, "courses/locked.html", {"page": page}, status=403)
    return render(request, "courses/contents.html", contents_context(request, page))


def contents_context(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Return modules with their lessons; four queries, one more for a translated page, whatever the number of lessons."""
    lessons = list(lessons_in(page))
    parents = {one.path: one for one in Page.objects.descendant_of(page, inclusive=True).live()}
    finished = set(
        request.user.lesson_completions.filter(lesson_key__in=[one.translation_key for one in lessons]).values_list(
            "lesson_key", flat=True
        )
    )
    groups: dict[str, dict[str, Any]] = {}
    for lesson in lessons:
        parent = parents.get(lesson.path[: -Page.steplen])
        if parent is None:
            continue
        group = groups.setdefault(parent.path, {"module": parent, "is_page": parent.pk == page.pk, "lessons": []})
        group["lessons"].append(
            {"page": lesson, "url": lesson.get_url(request), "done": lesson.translation_key in finished}
        )
    return {
        "page": page,
        "content_language": page.alias_of.locale.language_code if page.alias_of_id else None,
        "rest": rest_of(page, "title", "summary"),
        "groups": list(groups.values()),
        "total": len(lessons),
        "finished": len(finished),
    }
