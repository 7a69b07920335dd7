"""Courses as files in the staff interface, for technical administrators: take one away, bring one in.

A file holds the right answers of its tests, and what comes in is published at once.
"""

import tempfile
from functools import wraps
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from courses.exchange.exporting import export_course
from courses.exchange.faults import ExchangeError
from courses.exchange.homes import homes_by_language
from courses.exchange.importing import import_course
from courses.exchange.package import LIMITS
from courses.models import Programme
from people.permissions import View, may_manage_accounts


class CourseFileForm(forms.Form):
    """The file of a course, and whether pages that read otherwise here are to follow it."""

    file = forms.FileField(
        label=gettext_lazy("File of a course"), error_messages={"required": gettext_lazy("Choose a file.")}
    )
    update = forms.BooleanField(label=gettext_lazy("Also publish pages that read otherwise here"), required=False)

    def clean_file(self) -> Any:
        """Refuse what is too large for a course."""
        file = self.cleaned_data["file"]
        if file.size > LIMITS.whole:
            raise forms.ValidationError(_("The file is larger than 1 GB, which no course may be."))
        return file


def for_administrators(view: View) -> View:
    """Guard a view: visitors sign in, others than technical administrators are refused."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_manage_accounts(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def course_files(request: HttpRequest) -> HttpResponse:
    """List the courses to take away; look through a file, or bring it in whole."""
    form = CourseFileForm(request.POST, request.FILES) if request.method == "POST" else CourseFileForm()
    context: dict[str, Any] = {"form": form, "programmes": Programme.objects.order_by("name"), **_heading()}
    status = 200
    if request.method == "POST" and form.is_valid():
        is_trial = "write" not in request.POST
        site = Site.find_for_request(request) or Site.objects.get(is_default_site=True)
        try:
            report = import_course(
                form.cleaned_data["file"], homes_by_language(site), dry_run=is_trial, update=form.cleaned_data["update"]
            )
        except ExchangeError as error:
            report, status = error.report, 422
        context |= {"report": report, "is_written": not is_trial and not report.faults, "is_trial": is_trial}
    elif request.method == "POST":
        status = 422
    return render(request, "courses/staff/course_files.html", context, status=status)


@require_safe
@for_administrators
def course_file(request: HttpRequest, slug: str) -> HttpResponse | FileResponse:
    """Send one course as a file."""
    programme = get_object_or_404(Programme, slug=slug)
    # Gone from the disk when it has been sent.
    target = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
    export_course(programme, target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=f"{programme.slug}.course.zip")


def _heading() -> dict[str, Any]:
    title = _("Courses as files")
    return {
        "header_title": title,
        "header_icon": "download",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
    }
