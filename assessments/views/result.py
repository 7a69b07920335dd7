"""A learner's own result: the first test and the last, side by side by topic."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from assessments.choices import SittingState
from assessments.grading import passes
from assessments.marks import awaits_marks
from assessments.permissions import own_sitting
from assessments.results import comparison


@login_required
def result(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Show what the learner knew, and beside it what they knew the first time."""
    sitting = own_sitting(request.user, sitting_id)
    if sitting.state != SittingState.SUBMITTED:
        return redirect("finish", sitting.pk)
    found = comparison(sitting)
    passed = passes(found.last.points, found.last.max_points, sitting.pass_mark)
    context = {"sitting": sitting, "found": found, "passed": passed, "pass_mark": sitting.pass_mark}
    context["awaits_marks"] = awaits_marks(sitting)
    return render(request, "assessments/result.html", context)
