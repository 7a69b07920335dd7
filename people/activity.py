"""The month in which somebody was last here, and nothing finer: retention counts from it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from people.actions import remember_month

Handler = Callable[[HttpRequest], HttpResponse]


class ActivityMiddleware:
    """Keeps the month of the last visit: one statement per account and month."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Note the month after the answer is made, if the page looked at who asks and it is a new month."""
        response = self.get_response(request)
        user = getattr(request, "user", None)
        # Pages for everybody never look at the session; asking here would cost them a query.
        # What was refused is no visit, and writes nothing.
        if response.status_code < 400 and user is not None and request.session.accessed and user.is_authenticated:
            remember_month(user, timezone.localdate())
        return response
