"""The trainer's guide of a programme, for those who teach it."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from courses.desk.notes import notes_of
from courses.permissions import guides_open_to
from courses.rests import rest_of


def serve_guide(request: HttpRequest, page: Page) -> HttpResponse:
    """Show the guide to whoever looks after a cohort of the programme, and to authors."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    if not guides_open_to(request.user).filter(pk=page.pk).exists():
        raise Http404
    language = page.alias_of.locale.language_code if page.alias_of_id else None
    return render(request, page.template, guide_context(request, page) | {"content_language": language})


def guide_context(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Return what the guide's template needs; a query for a translated one, three with a local marker."""
    rest = rest_of(page, "title")
    return {"page": page, "rest": rest, **notes_of(request.user, page, rest.source)}
