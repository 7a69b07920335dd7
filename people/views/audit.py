"""What staff did: for auditors all of it, for a technical administrator their own."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.audit import record
from people.choices import Deed, Role
from people.models import StaffAction
from people.permissions import actions_seen_by, role_required
from people.staff_audit import audit_csv, lines_of, months_of, narrowed, people_of

PER_PAGE = 50
ABOUT = "staff audit"


@require_safe
@role_required(Role.AUDITOR)
def staff_audit(request: HttpRequest) -> HttpResponse:
    """Show the staff audit, newest first."""
    record(request.user, Deed.READ_REPORT, ABOUT)
    seen, asked = actions_seen_by(request.user), _asked(request)
    page = Paginator(_narrowed(seen, asked), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "lines": lines_of(page.object_list, request.user),
        "months": months_of(seen),
        "people": people_of(seen, request.user),
        "asked": asked,
        "query": urlencode({name: value for name, value in asked.items() if value}),
        "header_title": _("What staff did"),
        "header_icon": "history",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("What staff did")},
        ],
    }
    return render(request, "people/staff_audit.html", context)


@require_safe
@role_required(Role.AUDITOR)
def staff_audit_table(request: HttpRequest) -> HttpResponse:
    """Send the same rows as a file."""
    record(request.user, Deed.SAVED_REPORT, ABOUT)
    actions = _narrowed(actions_seen_by(request.user), _asked(request))
    headers = {"Content-Disposition": 'attachment; filename="staff-audit.csv"'}
    return HttpResponse(audit_csv(actions, request.user), content_type="text/csv; charset=utf-8", headers=headers)


def _asked(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET.get(name, "") for name in ("month", "person")}


def _narrowed(actions: QuerySet[StaffAction], asked: dict[str, str]) -> QuerySet[StaffAction]:
    try:
        return narrowed(actions, **asked)
    except ValueError as error:
        raise Http404 from error
