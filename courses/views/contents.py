"""A course, a book or a module: its modules, the lessons of one of them, and how far one is."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Page

from courses.addresses import address_of
from courses.contents import Contents, contents_of
from courses.permissions import LessonAccess, lesson_access
from courses.rests import rest_of


def serve_contents(request: HttpRequest, page: Page) -> HttpResponse:
    """Show the modules of a course, one of them with its lessons."""
    contents = contents_of(page, request.user)
    access = lesson_access(request.user, page, timezone.localdate(), contents.keys)
    if access is LessonAccess.SIGN_IN:
        return redirect_to_login(request.path)
    if access is LessonAccess.STRANGER:
        raise Http404
    if access is LessonAccess.LOCKED:
        return render(request, "courses/locked.html", {"page": page}, status=403)
    return render(request, "courses/contents.html", contents_context(page, contents))


def contents_context(page: Page, contents: Contents) -> dict[str, Any]:
    """Return what the template needs; no query but one for a translated page."""
    language = page.locale.language_code
    resume, course = contents.resume, contents.course
    return {
        "page": page,
        "content_language": page.alias_of.locale.language_code if page.alias_of_id else None,
        "rest": rest_of(page, "title", "summary"),
        "course": {"page": course, "url": address_of(course, language)} if course.pk != page.pk else None,
        "modules": [
            {
                "page": one,
                "url": address_of(one, language),
                "lessons": lines(contents.lessons, language) if contents.opened is one else None,
            }
            for one in contents.modules
        ],
        "own": lines(contents.own, language),
        "total": contents.counted.total,
        "finished": contents.counted.done,
        "resume": {"page": resume, "url": address_of(resume, language)} if resume else None,
    }


def lines(lessons: list[Page], language: str) -> list[dict[str, Any]]:
    """Return lessons as the template lists them."""
    return [
        {
            "page": one,
            "url": address_of(one, language),
            "done": one.done_on is not None,
            "changed": one.change_note is not None,
        }
        for one in lessons
    ]
