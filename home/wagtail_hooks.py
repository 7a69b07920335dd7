"""The home page, served with the programmes below it; the help pages in the staff interface."""

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from home.models import HomePage
from home.views.front import serve_home
from home.viewsets import HelpViewSet


@hooks.register("before_serve_page", order=10)
def serve(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse | None:
    """Answer for the home page."""
    return serve_home(request, page) if isinstance(page, HomePage) else None


@hooks.register("register_admin_viewset")
def help_pages() -> HelpViewSet:
    """Let the site's owner keep the help pages."""
    return HelpViewSet()
