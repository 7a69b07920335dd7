"""The end of a test: what is still open, then once and for all."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from assessments.actions import submit
from assessments.ballots import is_ballot_open
from assessments.choices import SittingState
from assessments.papers import places
from assessments.permissions import own_sitting


@login_required
def finish(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """List the questions without an answer and ask; a POST submits, and a second one changes nothing."""
    sitting = own_sitting(request.user, sitting_id)
    if request.method == "POST":
        submit(sitting, on=timezone.localdate())
        return redirect("result", sitting.pk)
    if sitting.state != SittingState.OPEN:
        return redirect("result", sitting.pk)
    found = places(sitting)
    missing = [one for one in found if one.answer is None]
    marked = [one for one in found if one.come_back]
    context = {"sitting": sitting, "places": found, "missing": missing, "marked": marked, "count": len(found)}
    context["ballot"] = is_ballot_open(sitting)
    return render(request, "assessments/finish.html", context)
