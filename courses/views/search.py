"""Search in the lessons that are open to whoever asks."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from courses.search import Found, search_lessons

LONGEST = 80


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Show a field, and what was found. What was typed is sent, not put into the address: no history keeps it."""
    typed = request.POST.get("words", "").strip()
    is_long = len(typed) > LONGEST
    found = Found([])
    if typed and not is_long:
        found = search_lessons(request.user, typed, get_language() or "en", timezone.localdate())
    context = {"typed": typed[:LONGEST], "is_long": is_long, "found": found, "longest": LONGEST}
    return render(request, "courses/search.html", context, status=422 if is_long else 200)
