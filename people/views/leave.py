"""Two ways out: signing out, and leaving quickly for a page that says nothing."""

import calendar
from typing import Any

from allauth.account.views import LogoutView
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from people.shared import is_shared, sweep


@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out on a plain link, because whoever needs this page has no time for a question."""
    logout(request)
    # A message still unread waits in a cookie: whoever opens the browser next must not read it.
    list(messages.get_messages(request))
    today = timezone.localdate()
    weeks = calendar.Calendar().monthdayscalendar(today.year, today.month)
    response = render(request, "people/leave.html", {"today": today, "weeks": weeks})
    sweep(response, cookies=True)
    return response


class SignOutView(LogoutView):
    """Allauth's sign-out, after which the browser keeps no page, and on a shared device no cookie either."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """End the session on the server and sweep the browser."""
        shared = is_shared(self.request)
        response: HttpResponse = super().post(*args, **kwargs)
        sweep(response, cookies=shared)
        return response


sign_out = SignOutView.as_view()
