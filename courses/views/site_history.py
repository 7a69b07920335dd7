"""Wagtail's history of the whole site names cohorts and who looks after them: it is not for every member of staff."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.admin.views.reports.audit_logging import LogEntriesView

from people.permissions import has_role, is_law_enforcement

show = LogEntriesView.as_view()
show_results = LogEntriesView.as_view(results_only=True)


def may_read_site_history(user) -> bool:
    """Tell whether the account may: technical administrators, and no police account, which may not know of peers."""
    return has_role(user) and not is_law_enforcement(user)


@login_required
@require_safe
def site_history(request: HttpRequest) -> HttpResponse:
    """Show it to whom it is for."""
    if not may_read_site_history(request.user):
        raise PermissionDenied
    return show(request)


@login_required
@require_safe
def site_history_results(request: HttpRequest) -> HttpResponse:
    """Show its rows alone, as its filters ask for them."""
    if not may_read_site_history(request.user):
        raise PermissionDenied
    return show_results(request)
