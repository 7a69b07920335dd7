"""A new card for a learner who lost every way in: made by staff of the cohort, in front of the learner."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from courses.cards import recovery_card, render_cards
from courses.forms import CardForm, ChosenForm
from courses.permissions import cards_seen_by, cohorts_seen_by, renewable_by
from courses.sheets import qr_svg
from people.actions import make_card
from people.codes import normalised_code
from people.permissions import staff_door


@staff_door
@never_cache
@login_required
def new_card(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Make a card for one learner of the cohort and show it, this once: it is stored nowhere.

    The page is the answer to the POST itself. Sent again, it makes another card, and the first is void.
    """
    found = get_object_or_404(cohorts_seen_by(request.user), pk=cohort_id)
    if request.method != "POST":
        return redirect("cohort", found.pk)
    form = ChosenForm(request.POST)
    if not form.is_valid():
        raise Http404
    renewable = renewable_by(request.user, found).select_related("learner")
    enrolment = get_object_or_404(renewable, pk=form.cleaned_data["chosen"])
    code, last_day = make_card(enrolment.learner, by=request.user, on=timezone.localdate())
    card = recovery_card(code, last_day)
    qr = qr_svg(f"{card.address}#{normalised_code(code)}", _("QR code that opens the page with this code"))
    return render(request, "courses/new_card.html", {"cohort": found, "card": card, "qr": qr})


@staff_door
@never_cache
@sensitive_post_parameters("code")
@login_required
def new_card_pdf(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Answer with the card as a PDF in the learner's language; its page sends the code, which is stored nowhere."""
    found = get_object_or_404(cohorts_seen_by(request.user), pk=cohort_id)
    if request.method != "POST":
        return redirect("cohort", found.pk)
    form = CardForm(request.POST)
    if not form.is_valid():
        raise Http404
    code = form.cleaned_data["code"]
    held = get_object_or_404(cards_seen_by(request.user, found, code, timezone.localdate()))
    pdf = render_cards([recovery_card(code, held.expires_on)], held.user.language, settings.FONTS_ROOT)
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="card.pdf"'
    return response
