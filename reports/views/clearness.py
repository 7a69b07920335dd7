"""How clear learners found each lesson, for those who write them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses.choices import Clearness
from courses.clearness import clearness_of
from people.permissions import role_required
from reports.clearness import lines_of
from reports.permissions import CLEARNESS_READERS, classes_hidden_from


@require_safe
@role_required(*CLEARNESS_READERS)
def clearness(request: HttpRequest) -> HttpResponse:
    """Show a line for each lesson of which ten people have said something."""
    hidden = classes_hidden_from(request.user)
    found = clearness_of(with_protected=not hidden)
    context = {
        "answers": Clearness.choices,
        "lines": lines_of(found, get_language() or "en"),
        "some_are_left_out": bool(hidden),
        "header_title": _("Were lessons clear?"),
        "header_icon": "comment",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Were lessons clear?")},
        ],
    }
    return render(request, "reports/clearness.html", context)
