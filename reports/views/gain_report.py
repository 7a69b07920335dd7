"""What people of one programme knew before and after."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses.titles import title_of
from people.audit import record
from people.choices import Deed
from people.permissions import role_required
from reports.choices import Population
from reports.fetching import asked_table
from reports.measures import MixedInstrumentsError
from reports.permissions import GAIN_READERS, classes_hidden_from
from reports.sections import gain_sections, missing_rows, scale, wave_names
from reports.tables import GainTable
from reports.words import CLEAR_ABOVE, CLEAR_FROM_PEOPLE


@require_safe
@role_required(*GAIN_READERS)
def gain_report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the report, or say why its scores cannot be put together."""
    try:
        table = asked_table(request, slug)
    except MixedInstrumentsError:
        return render(request, "reports/gain_mixed.html", _header(slug), status=409)
    record(request.user, Deed.READ_REPORT, table.programme)
    return render(request, "reports/gain_report.html", _header(table.programme.name) | _content(request, table))


def _header(title: str) -> dict[str, object]:
    return {
        "header_title": _("Knowledge before and after: {programme}").format(programme=title),
        "header_icon": "history",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("gain_list"), "label": _("Knowledge before and after")},
            {"url": "", "label": title},
        ],
    }


def _content(request: HttpRequest, table: GainTable) -> dict[str, object]:
    sections = gain_sections(table)
    return {
        "table": table,
        "title": title_of(table.programme),
        "sections": sections,
        "audiences": list(zip(*(section.rows for section in sections), strict=True)),
        "missing": missing_rows(table),
        "wave_names": wave_names(table),
        "scale": scale(),
        "populations": [(one, one == table.population) for one in Population],
        "some_are_left_out": bool(classes_hidden_from(request.user)),
        "clear_above": CLEAR_ABOVE,
        "clear_from": CLEAR_FROM_PEOPLE,
    }
