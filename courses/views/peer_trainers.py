"""Peer trainers of a cohort: named and let go by its trainer."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from courses.actions import NotNameableError, name_peer_trainer, take_right_back
from courses.forms import PeerTrainerForm, RightForm
from courses.permissions import cohorts_led_by
from courses.views.cohort import show_cohort
from people.permissions import staff_door


@staff_door
@login_required
def give_right(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Name a peer trainer by handle; one sentence answers every refusal, so that nobody can probe who exists."""
    found = get_object_or_404(cohorts_led_by(request.user), pk=cohort_id)
    if request.method != "POST":
        return redirect("cohort", found.pk)
    form = PeerTrainerForm(request.POST)
    if form.is_valid():
        try:
            name_peer_trainer(found, form.cleaned_data["handle"], by=request.user)
        except NotNameableError:
            form.add_error(None, refusal())
    if form.errors:
        return show_cohort(request, found, peer_form=form, status=422)
    return redirect("cohort", found.pk)


def refusal() -> str:
    """Return the one sentence for a name that nobody has, that is not the trainer's to name, or that the wall refuses."""
    return _(
        "Nobody was named. A peer trainer has joined a cohort that you look after; a police account can hold no right "
        "over a protected cohort, and a protected account none over another. Look at the name again, with its three signs."
    )


@staff_door
@login_required
def take_right(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Take a peer trainer's right back; a repeat changes nothing."""
    found = get_object_or_404(cohorts_led_by(request.user), pk=cohort_id)
    if request.method != "POST":
        return redirect("cohort", found.pk)
    form = RightForm(request.POST)
    if not form.is_valid():
        raise Http404
    take_right_back(found, form.cleaned_data["right"], by=request.user)
    messages.info(request, _("The right is taken back. What the learner has done in the programme stays."))
    return redirect("cohort", found.pk)
