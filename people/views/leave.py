"""Leave quickly: sign out, clear what the browser keeps, land on a page that says nothing."""

import calendar

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache


@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out on a plain link, because whoever needs this page has no time for a question."""
    logout(request)
    today = timezone.localdate()
    weeks = calendar.Calendar().monthdayscalendar(today.year, today.month)
    response = render(request, "people/leave.html", {"today": today, "weeks": weeks})
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
