"""The home page, served with the programmes below it."""

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from home.models import HomePage
from home.views.front import serve_home


@hooks.register("before_serve_page", order=10)
def serve(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse | None:
    """Answer for the home page."""
    return serve_home(request, page) if isinstance(page, HomePage) else None
