"""What is done to a form as a whole: publish it, copy it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.permissions import policy_registry

from assessments.actions.publishing import RefusedError, copy_form, publish_form
from assessments.form_checks import faults, warnings
from assessments.form_facts import facts_of, published_beside
from assessments.models import TestForm
from assessments.permissions import may_publish_forms, some_form

LOOK = "testform:inspect"


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what stands in the way and what is worth knowing; publish when asked to."""
    if not may_publish_forms(request.user):
        raise PermissionDenied
    form = some_form(pk)
    if request.method != "POST":
        return confirm(request, form)
    try:
        moved = publish_form(form, by=request.user, at=timezone.now())
    except RefusedError:
        return confirm(request, form, status=409)
    done, before = _("The form is published. It can be hung on a step now."), _("The form was published before.")
    messages.success(request, done if moved else before)
    return redirect(LOOK, form.pk)


def confirm(request: HttpRequest, form: TestForm, status: int = 200) -> HttpResponse:
    """Ask once more, with all faults and warnings."""
    facts = facts_of(form)
    context = {
        "form": form,
        "faults": faults(facts),
        "warnings": warnings(facts, published_beside(form)),
        "length": facts.length,
        "header_title": _("Publish %(form)s") % {"form": form},
        "header_icon": "form",
        "breadcrumbs_items": [
            {"url": reverse("testform:index"), "label": _("Forms")},
            {"url": reverse(LOOK, args=[form.pk]), "label": str(form)},
            {"url": "", "label": _("Publish")},
        ],
    }
    return render(request, "assessments/bank/publish_form.html", context, status=status)


@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a new draft with the same questions under the next letter."""
    if not policy_registry.get_by_type(TestForm).user_has_permission(request.user, "add"):
        raise PermissionDenied
    form = some_form(pk)
    try:
        made = copy_form(form, by=request.user)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect(LOOK, form.pk)
    messages.success(request, _("This is a copy, and a draft. Change it, then publish it."))
    return redirect("testform:edit", made.pk)
