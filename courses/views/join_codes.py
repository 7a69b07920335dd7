"""The join codes of a cohort: made, shown to print, withdrawn."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.actions import make_join_codes, plain_join_code, withdraw_join_code
from courses.cards import join_cards, render_cards
from courses.forms import ChosenForm, JoinSheetForm
from courses.permissions import cohorts_seen_by
from courses.sheets import qr_svg
from courses.views.cohort import show_cohort
from people.audit import record
from people.choices import Deed
from people.codes import grouped
from people.permissions import staff_door


@staff_door
@login_required
def join_sheet(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Make join codes (POST), or show the usable ones to print, each with its QR."""
    found = get_object_or_404(cohorts_seen_by(request.user), pk=cohort_id)
    if request.method == "POST":
        form = JoinSheetForm(request.POST)
        if not form.is_valid():
            return show_cohort(request, found, form=form, status=422)
        make_join_codes(found, **form.cleaned_data, by=request.user)
        return redirect("join_sheet", found.pk)
    address = request.build_absolute_uri("/join/")
    cards = []
    for code in found.join_codes.usable(timezone.localdate()):
        plain = plain_join_code(code)
        cards.append({"code": grouped(plain), "row": code, "qr": qr_svg(f"{address}#{plain}", _("QR code to join"))})
    if cards:
        record(request.user, Deed.PRINTED_CARDS, found)
    return render(request, "courses/join_sheet.html", {"cohort": found, "cards": cards, "address": address})


@staff_door
@login_required
def cards_pdf(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Answer with the usable codes as cards to print and cut, in the cohort's language."""
    found = get_object_or_404(cohorts_seen_by(request.user), pk=cohort_id)
    usable = list(found.join_codes.usable(timezone.localdate()).order_by("expires_on", "pk"))
    if not usable:
        return redirect("join_sheet", found.pk)
    record(request.user, Deed.PRINTED_CARDS, found)
    response = HttpResponse(
        render_cards(join_cards(usable), found.language, settings.FONTS_ROOT), content_type="application/pdf"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="cards.pdf"'
    return response


@staff_door
@login_required
def withdraw_code(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Withdraw one code of the cohort; a repeat changes nothing."""
    found = get_object_or_404(cohorts_seen_by(request.user), pk=cohort_id)
    if request.method != "POST":
        return redirect("cohort", found.pk)
    form = ChosenForm(request.POST)
    if not form.is_valid():
        raise Http404
    code = get_object_or_404(found.join_codes.select_related("cohort"), pk=form.cleaned_data["chosen"])
    withdraw_join_code(code, by=request.user)
    messages.info(request, _("The code is withdrawn: nobody can join with it. Whoever has joined stays."))
    return redirect("cohort", found.pk)
