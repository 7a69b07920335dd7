"""Before a test: what it is, and the button that starts it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from assessments.actions import start_sitting
from assessments.permissions import own_test
from courses.progress import State


@login_required
def start(request: HttpRequest, test_id: int) -> HttpResponse:
    """Show what a test asks, or start it; a test that is not open says when it opens or why it cannot be taken."""
    test, enrolment, planned = own_test(request.user, test_id, timezone.localdate())
    under_way = enrolment.sittings.filter(test=test, state="OPEN").first()
    if under_way is None and not planned.is_open:
        # A class would be called by the template; its members are looked up.
        context = {"test": test, "planned": planned, "states": State.__members__}
        return render(request, "assessments/closed.html", context, status=409 if request.method == "POST" else 200)
    if request.method == "POST":
        sitting = start_sitting(enrolment, test, language=get_language() or "en", at=timezone.now())
        return redirect("question", sitting.pk, 1)
    count = test.instrument.forms.first().items.count()
    return render(request, "assessments/start.html", {"test": test, "count": count, "under_way": under_way})
