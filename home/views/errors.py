"""Errors in whole sentences: what happened, then what to do."""

import sys

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

# The database is away, locked, full or in trouble. Other errors of a database are faults of ours.
DATABASE_TROUBLE = (OperationalError, InterfaceError, InternalError)
WAIT_SECONDS = "5"


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere, or to something that is not one's own: the two look the same."""
    return render(request, "home/not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer somebody who may not do this."""
    return render(request, "home/refused.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose page was too old or came from elsewhere."""
    return render(request, "home/csrf.html", status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer after a fault, ours or the database's; uses no database and no context."""
    # Django calls this while it handles the exception, and hands over the request alone.
    if not isinstance(sys.exc_info()[1], DATABASE_TROUBLE):
        return render(None, "home/failed.html", status=500)
    if request.headers.get("Accept", "").startswith("application/json"):
        message = _("Not saved yet: the site cannot write at this moment. Nothing that was saved before is lost.")
        told = {"state": "unavailable", "message": message}
        return later(JsonResponse(told, status=503), WAIT_SECONDS)
    return later(render(None, "home/unavailable.html", status=503), WAIT_SECONDS)


def later(response: HttpResponse, seconds: str) -> HttpResponse:
    """Say with an answer when to ask again."""
    response["Retry-After"] = seconds
    return response
