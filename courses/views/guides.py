"""The trainer's guide of a programme, for those who teach it."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from courses.permissions import guides_open_to
from courses.rests import rest_of


def serve_guide(request: HttpRequest, page: Page) -> HttpResponse:
    """Show the guide to whoever looks after a cohort of the programme, and to authors."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    if not guides_open_to(request.user).filter(pk=page.pk).exists():
        raise Http404
    language = page.alias_of.locale.language_code if page.alias_of_id else None
    return render(request, page.template, {"page": page, "content_language": language, "rest": rest_of(page, "title")})
