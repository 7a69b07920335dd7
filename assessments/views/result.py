"""A learner's own result: as much of it as the test tells, the first test and the last side by side by topic."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from assessments.actions import hand_in_if_over
from assessments.choices import SittingState, Timing
from assessments.feedback import Told, reviews, telling
from assessments.grading import passes
from assessments.models import Sitting
from assessments.permissions import own_sitting
from assessments.results import comparison


@login_required
def result(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Show what the learner knew, and beside it what they knew the first time."""
    sitting = own_sitting(request.user, sitting_id)
    if not hand_in_if_over(sitting, at=timezone.now()):
        return redirect("finish", sitting.pk)
    if sitting.state != SittingState.SUBMITTED:
        sitting.refresh_from_db(fields=["state", "submitted_on", "ending", "late_accepted"])
    today = timezone.localdate()
    said = telling(sitting, today)
    context: dict[str, Any] = {"sitting": sitting, "telling": said, "late": late_answers(sitting)}
    if said.told is Told.NOTHING:
        return render(request, "assessments/handed_in.html", context)
    found = comparison(sitting, today)
    context |= {
        "found": found,
        "passed": passes(found.last.points, found.last.max_points, sitting.pass_mark),
        "pass_mark": sitting.pass_mark,
        "shows_answers": said.told is Told.ANSWERS,
        "reviews": reviews(sitting, get_language() or "en") if said.told is Told.ANSWERS else [],
    }
    return render(request, "assessments/result.html", context)


def late_answers(sitting: Sitting) -> int:
    """Return how many questions were answered too late to count by themselves."""
    return int(sitting.responses.filter(timing=Timing.LATE).values("item").distinct().count())
