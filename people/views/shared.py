"""The page that sets a device to be everybody's, for whoever hands out tablets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from people.shared import is_shared_device, mark_device, unmark_device


@never_cache
def shared(request: HttpRequest) -> HttpResponse:
    """Show how the device is set, and set it; nothing of a person is asked or kept."""
    if request.method != "POST":
        return render(request, "people/shared.html", {"is_shared": is_shared_device(request)})
    response = redirect("shared")
    (mark_device if request.POST.get("state") == "on" else unmark_device)(response)
    return response
