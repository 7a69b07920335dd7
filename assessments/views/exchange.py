"""Questions as files in the staff interface: bring them in, take them out, fetch the empty template."""

from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from assessments.actions import ImportRefusedError, import_questions
from assessments.actions.importing import plan_import
from assessments.exchange_forms import ConfirmForm, ExportForm, UploadForm
from assessments.formats import FORMATS, LARGEST, read
from assessments.formats.planning import Plan
from assessments.parcels import parcel_of_bank
from assessments.permissions import banks_open_to, may_add_questions
from assessments.sealed import Sent, open_sealed, seal
from people.permissions import View


def for_writers(view: View) -> View:
    """Guard a view: visitors sign in, others who may not add questions are refused."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_add_questions(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@for_writers
def questions_import(request: HttpRequest) -> HttpResponse:
    """Ask for a file; say what would become of each question; write once that is confirmed."""
    if request.method == "POST" and "sealed" in request.POST:
        return _confirm(request)
    form = UploadForm(request.POST or None, request.FILES or None, banks=banks_open_to(request.user))
    if not (request.method == "POST" and form.is_valid()):
        return render(request, "assessments/exchange/import.html", _page(_("Import questions")) | {"form": form})
    return _report(request, form.sent(), accept_losses=False)


def _confirm(request: HttpRequest) -> HttpResponse:
    form = ConfirmForm(request.POST)
    sent = open_sealed(form.data.get("sealed", ""), request.user)
    bank = banks_open_to(request.user).filter(slug=sent.bank).first() if sent else None
    if sent is None or bank is None or not form.is_valid():
        messages.error(request, _("The file is no longer here: it is kept for half an hour only. Send it once more."))
        return redirect("questions_import")
    if "again" in request.POST:
        return _report(request, sent, accept_losses=form.cleaned_data["accept_losses"])
    parcel = read(sent.body, sent.format, dict(settings.LANGUAGES), sent.language)
    try:
        done = import_questions(bank, parcel, by=request.user, accept_losses=form.cleaned_data["accept_losses"])
    except ImportRefusedError:
        return _report(request, sent, accept_losses=form.cleaned_data["accept_losses"])
    messages.success(request, _said(done))
    return redirect("questions_import")


def _said(done: Plan) -> str:
    count = sum(1 for line in done.lines if line.question is not None)
    return ngettext(
        "%(count)d question was written as a draft. It reaches learners once it is published.",
        "%(count)d questions were written as drafts. They reach learners once they are published.",
        count,
    ) % {"count": count}


def _report(request: HttpRequest, sent: Sent, *, accept_losses: bool) -> HttpResponse:
    bank = banks_open_to(request.user).get(slug=sent.bank)
    parcel = read(sent.body, sent.format, dict(settings.LANGUAGES), sent.language)
    found = plan_import(bank, parcel, accept_losses=accept_losses)
    context = {
        "bank": bank,
        "plan": found,
        "name": sent.name,
        "format": FORMATS[sent.format].label,
        "writes": sum(1 for line in found.lines if line.question is not None),
        "accept_losses": accept_losses,
        "sealed": seal(sent, request.user),
    }
    status = 422 if found.is_faulty else 200
    return render(
        request, "assessments/exchange/report.html", _page(_("What the import would do")) | context, status=status
    )


@require_safe
@for_writers
def questions_export(request: HttpRequest) -> HttpResponse:
    """Ask for a bank and a format and send the file; name first what the format cannot carry."""
    form = ExportForm(request.GET or None, banks=banks_open_to(request.user))
    page = _page(_("Export questions")) | {"form": form, "asked": request.GET.urlencode()}
    if not form.is_valid():
        return render(request, "assessments/exchange/export.html", page)
    bank, wanted = form.cleaned_data["bank"], FORMATS[form.cleaned_data["format"]]
    assert wanted.write is not None  # noqa: S101 -- the form offers no other
    written = wanted.write(parcel_of_bank(bank))
    if written.findings and not form.cleaned_data["anyway"]:
        return render(request, "assessments/exchange/export.html", page | {"findings": written.findings})
    return _file(written.body, wanted.media_type, f"{bank.slug}{wanted.ending}")


@require_safe
@for_writers
def questions_template(request: HttpRequest) -> HttpResponse:
    """Send the empty template."""
    template = FORMATS["xlsx"]
    assert template.write is not None  # noqa: S101 -- it is written by us
    return _file(template.write([]).body, template.media_type, "questions.xlsx")


def _file(body: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store, private"}
    return HttpResponse(body, content_type=media_type, headers=headers)


def _page(title: str) -> dict[str, Any]:
    return {
        "header_title": title,
        "header_icon": "clipboard-list",
        "largest": LARGEST // 100_000 / 10,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
    }
