"""A trainer's cohort: who has done which step, as the role table allows; its codes and its peer trainers."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language

from courses.choices import CohortRole
from courses.cohort_doors import cohort_doors
from courses.cohorts import code_rows, progress_table
from courses.forms import JoinSheetForm, PeerTrainerForm
from courses.models import Cohort
from courses.permissions import cohorts_led_by, cohorts_seen_by, renewable_by
from courses.rooms import guides_of, sessions_of, shown_language
from courses.titles import title_of
from people.audit import record
from people.choices import Deed
from people.permissions import staff_door


@staff_door
@login_required
def cohort(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Show a cohort one looks after: done or not done, never an answer or a score."""
    return show_cohort(request, get_object_or_404(cohorts_seen_by(request.user), pk=cohort_id))


def show_cohort(request: HttpRequest, cohort: Cohort, *, status: int = 200, **forms: Any) -> HttpResponse:
    """Answer with the page of a cohort that was fetched through a guard; `forms` brings back what was refused."""
    record(request.user, Deed.READ_COHORT, cohort)
    leads = cohorts_led_by(request.user).filter(pk=cohort.pk).exists()
    peers = cohort.staff.filter(role=CohortRole.PEER_TRAINER).select_related("user").order_by("user__handle")
    language = shown_language(get_language())
    context = {
        "cohort": cohort,
        "guides": list(guides_of(cohort.programme, language)),
        "sessions": list(sessions_of(cohort.programme, language)) if leads else [],
        "title": title_of(cohort.programme),
        "table": progress_table(cohort),
        "renewable": set(renewable_by(request.user, cohort).values_list("pk", flat=True)),
        "codes": code_rows(cohort, timezone.localdate()),
        "peer_trainers": list(peers) if leads else [],
        "leads": leads,
        "doors": cohort_doors(cohort) if leads else [],
        "form": JoinSheetForm(),
        "peer_form": PeerTrainerForm(),
    }
    return render(request, "courses/cohort.html", context | forms, status=status)
