"""A lesson for whoever asks: learner, visitor of a sample, staff in a preview."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from wagtail.models import Page

from courses.actions import complete_lesson
from courses.addresses import address_of
from courses.choices import Clearness
from courses.clearness import say_clear
from courses.desk.notes import notes_of
from courses.permissions import LessonAccess, lesson_access
from courses.places import Place, place_of
from courses.rests import rest_of
from courses.translation.reading import is_outdated


def serve_lesson(request: HttpRequest, page: Page) -> HttpResponse:
    """Show a lesson, answer a self-check, or finish the lesson."""
    place = place_of(page, request.user)
    access = lesson_access(request.user, page, timezone.localdate(), place.keys)
    if access is LessonAccess.SIGN_IN:
        return redirect_to_login(request.path)
    if access is LessonAccess.STRANGER:
        raise Http404
    if access is LessonAccess.LOCKED:
        return render(request, "courses/locked.html", {"page": page}, status=403)
    may_finish = access is LessonAccess.LEARNER and (page.is_finished_by_learner or place.done_on is not None)
    if request.method == "POST" and "done" in request.POST and may_finish:
        return finish_lesson(request, place)
    context = lesson_context(request, place, access)
    if request.method == "POST" and "clear" in request.POST and access is LessonAccess.LEARNER:
        context |= clearness_said(request, page)
    return render(request, page.template, context, status=context.pop("status"))


def clearness_said(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Count what somebody says of the lesson; 422 and nothing kept for an answer that does not exist."""
    answer = request.POST["clear"]
    if answer not in Clearness.values:
        return {"said": "unknown", "status": 422}
    is_first = say_clear(request.user, page.translation_key, Clearness(answer))
    return {"said": "first" if is_first else "again"}


def finish_lesson(request: HttpRequest, place: Place) -> HttpResponse:
    """Record the lesson as finished and go on to the next one of the course, or to the learner's page."""
    complete_lesson(request.user, place.page, on=timezone.localdate())
    after = place.following
    return redirect(address_of(after, place.page.locale.language_code) if after else "me")


def lesson_context(request: HttpRequest, place: Place, access: LessonAccess) -> dict[str, Any]:
    """Return what the lesson's template needs; no query of its own, except one for a page that was translated."""
    page, language = place.page, place.page.locale.language_code
    chosen, status = chosen_option(request, page)
    rest = rest_of(page, "title", "objectives", *(["transcript"] if hasattr(page, "transcript") else []))
    return {
        "page": page,
        "access": access.name,
        "content_language": page.alias_of.locale.language_code if page.alias_of_id else None,
        "is_outdated": is_outdated(page),
        "rest": rest,
        "parent": place.parent,
        "crumbs": [neighbour(one, language) for one in place.above[1:]],
        "previous": neighbour(place.previous, language),
        "following": neighbour(place.following, language),
        "lessons": [
            {
                "page": one,
                "url": address_of(one, language),
                "done": one.done_on is not None,
                "changed": one.change_note is not None,
                "here": one.pk == page.pk,
            }
            for one in place.lessons
        ],
        "number": place.number,
        "clearness": Clearness.choices,
        "is_done": place.done_on is not None,
        "check": chosen,
        "status": status,
        **notes_of(request.user, page, rest.source, place.change_note),
    }


def neighbour(page: Page | None, language: str) -> dict[str, Any] | None:
    """Return a page as a link shows it."""
    return {"title": page.title, "url": address_of(page, language)} if page else None


def chosen_option(request: HttpRequest, page: Page) -> tuple[dict[str, Any], int]:
    """Return the self-check somebody answered and the option, and the status: 422 for one that does not exist."""
    if request.method != "POST" or "check" not in request.POST:
        return {}, 200
    block = next((one for one in page.body if one.block_type == "check" and one.id == request.POST["check"]), None)
    typed = request.POST.get("option", "")
    if block is None or typed not in {str(number) for number in range(len(block.value["options"]))}:
        return {"problem": True}, 422
    return {"id": block.id, "option": int(typed)}, 200
