"""Every page of a programme, found by its address."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from courses.addresses import page_at


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page as Wagtail does, which walks down from the site in eight queries: the way is known here by one."""
    found = page_at(path, get_language() or "")
    if found is not None:
        # Where Wagtail keeps what it found for a request; it looks there first.
        request._wagtail_route_for_request = RouteResult(found)  # type: ignore[attr-defined]
    answer: HttpResponse = serve(request, path)
    return answer
