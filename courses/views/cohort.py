"""A trainer's cohort: who has done which step, as the role table allows; and the sheet of join codes."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.actions import create_join_code, plain_join_code
from courses.cohorts import progress_table
from courses.forms import JoinSheetForm
from courses.permissions import cohorts_seen_by
from courses.sheets import qr_svg
from people.codes import grouped
from people.permissions import staff_door


@staff_door
@login_required
def cohort(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Show a cohort one looks after: done or not done, never an answer or a score."""
    found = get_object_or_404(cohorts_seen_by(request.user), pk=cohort_id)
    table = progress_table(found)
    codes = found.join_codes.all()
    return render(
        request, "courses/cohort.html", {"cohort": found, "table": table, "codes": codes, "form": JoinSheetForm()}
    )


@staff_door
@login_required
def join_sheet(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Make join codes (POST), or show the usable ones to print, each with its QR."""
    found = get_object_or_404(cohorts_seen_by(request.user), pk=cohort_id)
    on = timezone.localdate()
    if request.method == "POST":
        form = JoinSheetForm(request.POST)
        if not form.is_valid():
            context = {"cohort": found, "table": progress_table(found), "codes": found.join_codes.all(), "form": form}
            return render(request, "courses/cohort.html", context, status=422)
        for _number in range(form.cleaned_data["count"]):
            create_join_code(found, seats=form.cleaned_data["seats"], expires_on=form.cleaned_data["expires_on"])
        return redirect("join_sheet", found.pk)
    address = request.build_absolute_uri("/join/")
    cards = []
    for code in found.join_codes.usable(on):
        plain = plain_join_code(code)
        cards.append({"code": grouped(plain), "row": code, "qr": qr_svg(f"{address}#{plain}", _("QR code to join"))})
    return render(request, "courses/join_sheet.html", {"cohort": found, "cards": cards, "address": address})
