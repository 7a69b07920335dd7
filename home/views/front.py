"""The home page, and the way to it in one's own language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from wagtail.models import Page

from courses.models import ProgrammePage


def front(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the home page in their language."""
    return redirect(f"/{get_language() or 'en'}/")


def serve_home(request: HttpRequest, page: Page) -> HttpResponse:
    """Show the programmes below the home page."""
    programmes = list(
        ProgrammePage.objects.child_of(page)
        .live()
        .select_related("alias_of__locale", "locale", "sample")
        .order_by("path")
    )
    offers = [
        {
            "page": one,
            "url": one.get_url(request),
            "points": one.points.splitlines(),
            "lang": one.alias_of.locale.language_code if one.alias_of_id else None,
        }
        for one in programmes
    ]
    return render(request, "home/home.html", {"page": page, "offers": offers})
