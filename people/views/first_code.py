"""The one-time code by which a member of staff comes in for the first time, or again."""

import datetime
import uuid

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.models import User
from people.permissions import accounts_seen_by, may_manage_accounts
from people.staff_accounts import FIRST_DAYS, renew_first_code


@require_http_methods(["GET", "HEAD", "POST"])
def first_code(request: HttpRequest, user_id: uuid.UUID) -> HttpResponse:
    """Ask whether a colleague shall come in anew, and show the code for it once."""
    if not may_manage_accounts(request.user):
        raise PermissionDenied
    others = accounts_seen_by(request.user).exclude(pk=request.user.pk)
    user = get_object_or_404(others, pk=user_id, is_staff=True)
    if request.method == "POST":
        code = renew_first_code(user, by=request.user, on=timezone.localdate())
        return first_code_page(request, user, code)
    return render(request, "people/ask_first_code.html", _header(user))


def first_code_page(request: HttpRequest, user: User, code: str) -> HttpResponse:
    """Show a code, in the only answer that ever holds it."""
    context = {
        "code": code,
        "last_day": timezone.localdate() + datetime.timedelta(days=FIRST_DAYS),
        "recovery_url": request.build_absolute_uri(reverse("recovery")),
    }
    return render(request, "people/first_code.html", _header(user) | context)


def _header(user: User) -> dict[str, object]:
    return {
        "account": user,
        "header_title": _("One-time code"),
        "header_icon": "key",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("wagtailusers_users:index"), "label": _("Accounts")},
            {"url": reverse("wagtailusers_users:edit", args=[user.pk]), "label": user.handle},
            {"url": "", "label": _("One-time code")},
        ],
    }
