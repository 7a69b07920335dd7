"""A lesson for whoever asks: learner, visitor of a sample, staff in a preview."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from wagtail.models import Page

from courses.actions import complete_lesson
from courses.lessons import lesson_models
from courses.models import ProgrammePage
from courses.permissions import LessonAccess, lesson_access
from courses.translation.reading import foreign_parts


def serve_lesson(request: HttpRequest, page: Page) -> HttpResponse:
    """Show a lesson, answer a self-check, or finish the lesson."""
    access = lesson_access(request.user, page, timezone.localdate())
    if access is LessonAccess.SIGN_IN:
        return redirect_to_login(request.path)
    if access is LessonAccess.STRANGER:
        raise Http404
    if access is LessonAccess.LOCKED:
        return render(request, "courses/locked.html", {"page": page}, status=403)
    if request.method == "POST" and "done" in request.POST and access is LessonAccess.LEARNER:
        return finish_lesson(request, page)
    context = lesson_context(request, page, access)
    return render(request, page.template, context, status=context.pop("status"))


def finish_lesson(request: HttpRequest, page: Page) -> HttpResponse:
    """Record the lesson as finished and go on to the next one, or to the learner's page."""
    from_here = [one for one in siblings_of(page) if one.path > page.path]
    complete_lesson(request.user, page, on=timezone.localdate())
    return redirect(from_here[0].get_url(request) if from_here else "me")


def lesson_context(request: HttpRequest, page: Page, access: LessonAccess) -> dict[str, Any]:
    """Return what the lesson's template needs; six queries, whatever the number of lessons."""
    siblings = siblings_of(page)
    finished = set()
    if access is LessonAccess.LEARNER:
        keys = [one.translation_key for one in siblings]
        finished = set(request.user.lesson_completions.filter(lesson_key__in=keys).values_list("lesson_key", flat=True))
    chosen, status = chosen_option(request, page)
    return {
        "page": page,
        "access": access.name,
        "content_language": (page.alias_of or page).locale.language_code if page.alias_of_id else None,
        "foreign": foreign_parts(page),
        "parent": page.get_parent(),
        "lessons": [
            {
                "page": one,
                "url": one.get_url(request),
                "done": one.translation_key in finished,
                "here": one.pk == page.pk,
            }
            for one in siblings
        ],
        "number": next((at for at, one in enumerate(siblings, 1) if one.pk == page.pk), 1),
        "is_done": page.translation_key in finished,
        "check": chosen,
        "status": status,
    }


def siblings_of(page: Page) -> list[Page]:
    """Return the live lessons around this one in order; one query. Right below a programme a lesson stands alone."""
    if page.get_parent().specific_class is ProgrammePage:
        return [page]
    return list(Page.objects.sibling_of(page, inclusive=True).type(*lesson_models()).live().order_by("path"))


def chosen_option(request: HttpRequest, page: Page) -> tuple[dict[str, Any], int]:
    """Return the self-check somebody answered and the option, and the status: 422 for one that does not exist."""
    if request.method != "POST" or "check" not in request.POST:
        return {}, 200
    block = next((one for one in page.body if one.block_type == "check" and one.id == request.POST["check"]), None)
    typed = request.POST.get("option", "")
    if block is None or typed not in {str(number) for number in range(len(block.value["options"]))}:
        return {"problem": True}, 422
    return {"id": block.id, "option": int(typed)}, 200
