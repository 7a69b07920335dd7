"""The template of a plan, for a programme that has no steps yet."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from courses.laying import TEMPLATE, lay_template
from courses.materials import tests
from courses.permissions import may_edit_programmes, programmes_edited_by


class TemplateForm(forms.Form):
    """From which questions the two tests and the exam are drawn."""

    material = forms.ChoiceField(label=gettext_lazy("Questions of the tests"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["material"].choices = [("", gettext_lazy("I choose them later")), *tests().choices()]


@require_http_methods(["GET", "HEAD", "POST"])
def plan_template(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the template lays out, and lay it out when asked to."""
    if not may_edit_programmes(request.user):
        raise PermissionDenied
    programme = get_object_or_404(programmes_edited_by(request.user), pk=pk)
    form = TemplateForm(request.POST or None)
    edit = reverse("programme:edit", args=[programme.pk])
    if request.method == "POST" and form.is_valid():
        if lay_template(programme, form.cleaned_data["material"]):
            messages.success(request, _("The six steps are there. Choose their pages, then look at the timeline."))
        else:
            messages.error(
                request, _("This programme has steps already, so the template was not used. Change them here.")
            )
        return redirect(edit)
    context = {
        "programme": programme,
        "form": form,
        "rows": TEMPLATE,
        "header_title": _("Template for {programme}").format(programme=programme),
        "header_icon": "list-ol",
        "breadcrumbs_items": [{"url": edit, "label": str(programme)}, {"url": "", "label": _("Template")}],
    }
    return render(request, "courses/programme_template.html", context, status=422 if form.errors else 200)
