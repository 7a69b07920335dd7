"""More time for one learner of a cohort: days for a step, minutes for every timed test."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from assessments.actions import give_extra_time, take_extra_time_back
from assessments.models import ExtraTime
from assessments.room_forms import ExtensionForm, ExtraTimeForm, TakeForm, step_title
from courses.actions import give_extension, take_extension_back
from courses.models import Cohort, Extension
from courses.permissions import cohorts_led_by
from people.audit import record
from people.choices import Deed
from people.permissions import staff_door


@staff_door
@login_required
def allowances(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Show what learners of a cohort were given, or give days for a step."""
    cohort = get_object_or_404(cohorts_led_by(request.user), pk=cohort_id)
    if request.method != "POST":
        return show(request, cohort)
    form = ExtensionForm(cohort, request.POST)
    if not form.is_valid():
        return show(request, cohort, form=form, status=422)
    data = form.cleaned_data
    days = {"opens_on": data["opens_on"], "closes_on": data["closes_on"]}
    give_extension(data["enrolment"], data["step"], **days, by=request.user)
    messages.info(request, _("The days are given. The learner’s plan shows them."))
    return redirect("allowances", cohort.pk)


@staff_door
@login_required
def extra_time(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Give minutes."""
    cohort = get_object_or_404(cohorts_led_by(request.user), pk=cohort_id)
    if request.method != "POST":
        return redirect("allowances", cohort.pk)
    form = ExtraTimeForm(cohort, request.POST)
    if not form.is_valid():
        return show(request, cohort, minutes_form=form, status=422)
    give_extra_time(form.cleaned_data["enrolment"], form.cleaned_data["minutes"], by=request.user)
    messages.info(request, _("The minutes are given. They hold for tests that are started from now on."))
    return redirect("allowances", cohort.pk)


@staff_door
@login_required
def allowance_end(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Take days or minutes back; a repeat changes nothing."""
    cohort = get_object_or_404(cohorts_led_by(request.user), pk=cohort_id)
    if request.method != "POST":
        return redirect("allowances", cohort.pk)
    form = TakeForm(request.POST)
    if not form.is_valid() or not any(form.cleaned_data.values()):
        raise Http404
    if form.cleaned_data["extension"]:
        take_extension_back(cohort, form.cleaned_data["extension"], by=request.user)
    if form.cleaned_data["extra"]:
        take_extra_time_back(cohort, form.cleaned_data["extra"], by=request.user)
    messages.info(request, _("It is taken back."))
    return redirect("allowances", cohort.pk)


def show(request: HttpRequest, cohort: Cohort, *, status: int = 200, **forms: Any) -> HttpResponse:
    """Answer with the page of a cohort that was fetched through a guard; `forms` brings back what was refused."""
    record(request.user, Deed.READ_COHORT, cohort)
    mine = {"enrolment__cohort": cohort, "enrolment__learner__isnull": False}
    extensions = Extension.objects.filter(**mine).select_related("enrolment__learner", "step__test")
    minutes = ExtraTime.objects.filter(**mine).select_related("enrolment__learner")
    context = {
        "cohort": cohort,
        "extensions": [
            {"row": one, "step": step_title(one.step)}
            for one in extensions.order_by("enrolment__learner__handle", "pk")
        ],
        "minutes": minutes.order_by("enrolment__learner__handle"),
        "form": ExtensionForm(cohort),
        "minutes_form": ExtraTimeForm(cohort),
    }
    return render(request, "assessments/allowances.html", context | forms, status=status)
