"""The programmes that have a gain report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses.models import Programme
from courses.titles import titles_of
from people.permissions import role_required
from reports.permissions import GAIN_READERS


@require_safe
@role_required(*GAIN_READERS)
def gain_list(request: HttpRequest) -> HttpResponse:
    """List the programmes with a first test; a report without one has nothing to say."""
    programmes = Programme.objects.filter(steps__test__isnull=False).distinct()
    titles = titles_of(programmes)
    context = {
        "programmes": [(one, titles[one.pk]) for one in programmes],
        "header_title": _("Knowledge before and after"),
        "header_icon": "history",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Knowledge before and after")},
        ],
    }
    return render(request, "reports/gain_list.html", context)
