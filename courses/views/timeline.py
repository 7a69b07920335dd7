"""A programme's plan as a timeline, for somebody who arrives on a day."""

import datetime

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from courses.choices import StepKind
from courses.permissions import may_edit_programmes, programmes_edited_by
from courses.plan_checks import faults, rules
from courses.plan_facts import facts_of
from courses.plan_words import sentence
from courses.timeline import timeline


class IntakeForm(forms.Form):
    """The day on which somebody arrives."""

    intake = forms.DateField(label=gettext_lazy("Arrives on"), widget=forms.DateInput(attrs={"type": "date"}))


@require_safe
def plan_timeline(request: HttpRequest, pk: int) -> HttpResponse:
    """Show when each step opens and closes for somebody who does all at once; today where no day is given."""
    if not may_edit_programmes(request.user):
        raise PermissionDenied
    programme = get_object_or_404(programmes_edited_by(request.user), pk=pk)
    form = IntakeForm(request.GET if "intake" in request.GET else {"intake": timezone.localdate().isoformat()})
    steps = facts_of(programme)
    found = faults(steps)
    moments = []
    if form.is_valid() and all(fault.is_unfinished for fault in found):
        intake: datetime.date = form.cleaned_data["intake"]
        played = timeline(rules(steps), intake)
        moments = [
            (step, StepKind(step.kind).label, one, one.days_after(intake))
            for step, one in zip(steps, played, strict=True)
        ]
    context = {
        "programme": programme,
        "form": form,
        "moments": moments,
        "sentences": [sentence(fault) for fault in found],
        "header_title": _("Timeline of {programme}").format(programme=programme),
        "header_icon": "calendar",
        "breadcrumbs_items": [
            {"url": reverse("programme:edit", args=[programme.pk]), "label": str(programme)},
            {"url": "", "label": _("Timeline")},
        ],
    }
    return render(request, "courses/programme_timeline.html", context, status=200 if form.is_valid() else 422)
