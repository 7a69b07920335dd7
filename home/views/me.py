"""The learner's page: what is done, what is next, what opens when."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from certificates.models import Certificate
from courses.models import Enrolment
from courses.permissions import cohorts_seen_by
from courses.titles import titles_of
from home.dashboards import Dashboard, dashboard


@login_required
def me_anywhere(request: HttpRequest) -> HttpResponse:
    """Send a signed-in person to their page in their own language."""
    return redirect(f"/{request.user.language}/me/")


@login_required
def me(request: HttpRequest) -> HttpResponse:
    """Show one dashboard per programme; staff without a programme find their doors."""
    on = timezone.localdate()
    enrolments = list(Enrolment.objects.of(request.user).select_related("cohort", "programme"))
    held = list(
        Certificate.objects.filter(learner=request.user).select_related("award").prefetch_related("award__texts")
    )
    boards: list[Dashboard] = [dashboard(enrolment, held, on) for enrolment in enrolments]
    cohorts = list(cohorts_seen_by(request.user))
    titles = titles_of(cohort.programme for cohort in cohorts)
    looked_after = [(cohort, titles[cohort.programme_id]) for cohort in cohorts]
    context: dict[str, Any] = {"boards": boards, "today": on, "cohorts": looked_after}
    return render(request, "home/me.html", context)
