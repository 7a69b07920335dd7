"""The published table of a gain report as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from people.audit import record
from people.choices import Deed
from people.permissions import role_required
from reports.exports import gain_csv
from reports.fetching import asked_table
from reports.measures import MixedInstrumentsError
from reports.permissions import GAIN_READERS


@require_safe
@role_required(*GAIN_READERS)
def gain_table(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the table as CSV; the page says why where there is none."""
    try:
        table = asked_table(request, slug)
    except MixedInstrumentsError:
        return redirect("gain_report", slug)
    record(request.user, Deed.SAVED_REPORT, table.programme)
    name = f"knowledge-{table.programme.slug}-{table.population}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(gain_csv(table), content_type="text/csv; charset=utf-8", headers=headers)
