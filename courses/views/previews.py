"""Previews of lessons and of what lessons stand in: the same context as for a reader, nothing asked, nothing kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from wagtail.models import Page

from courses.contents import contents_of
from courses.permissions import LessonAccess
from courses.places import place_of
from courses.views.contents import contents_context
from courses.views.guides import guide_context
from courses.views.lessons import lesson_context
from people.models import User


def preview_lesson(request: HttpRequest, page: Page) -> HttpResponse:
    """Show a lesson as a learner meets it, or as a visitor."""
    access = LessonAccess.LEARNER if request.user.is_authenticated else LessonAccess.VISITOR
    context = lesson_context(request, place_of(page, request.user), access)
    context.pop("status")
    return render(request, page.template, context | content_language(page))


def preview_guide(request: HttpRequest, page: Page) -> HttpResponse:
    """Show the trainer's guide as a trainer reads it."""
    return render(request, page.template, guide_context(request, page) | content_language(page))


def preview_contents(request: HttpRequest, page: Page) -> HttpResponse:
    """Show a course, a book or a module as a learner meets it; a visitor never does, and sees the same here."""
    if not request.user.is_authenticated:
        request.user = User()
    return render(
        request,
        "courses/contents.html",
        contents_context(page, contents_of(page, request.user)) | content_language(page),
    )


def content_language(page: Page) -> dict[str, str | None]:
    """Return the language of the text where the words around it are in another."""
    own = page.locale.language_code
    return {"content_language": own if own != get_language() else None}
