"""Errors in whole sentences: what happened, then what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


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
    """Answer after a fault of ours; uses no database and no context."""
    return render(None, "home/failed.html", status=500)
