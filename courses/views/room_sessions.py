"""A session in a room, signed off by the cohort's trainer for those who were there."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from courses.actions import sign_off_session
from courses.forms import AttendedForm
from courses.permissions import cohorts_led_by
from courses.rooms import sessions_of, sheet_of, shown_language
from people.permissions import staff_door


@staff_door
@login_required
def room_session(request: HttpRequest, cohort_id: UUID, key: UUID) -> HttpResponse:
    """Show who is in the cohort, and sign the session off for those who are ticked."""
    cohort = get_object_or_404(cohorts_led_by(request.user), pk=cohort_id)
    sessions = sessions_of(cohort.programme, shown_language(get_language()))
    page = get_object_or_404(sessions, translation_key=key)
    rows = sheet_of(cohort, key)
    form = AttendedForm(request.POST if request.method == "POST" else None, rows=rows)
    if form.is_bound and form.is_valid():
        signed, waiting = sign_off_session(
            cohort, page, form.cleaned_data["attended"], by=request.user, on=timezone.localdate()
        )
        _say(request, len(signed), [one.learner.handle for one in waiting])
        return redirect("room_session", cohort.pk, key)
    context = {"cohort": cohort, "page": page, "rows": rows, "form": form}
    return render(request, "courses/session_sheet.html", context, status=422 if form.errors else 200)


def _say(request: HttpRequest, signed: int, waiting: list[str]) -> None:
    if signed:
        sentence = ngettext(
            "The session is signed off for %(count)s learner.",
            "The session is signed off for %(count)s learners.",
            signed,
        )
        messages.info(request, sentence % {"count": signed})
    if waiting:
        sentence = _(
            "Not signed off for %(names)s: an earlier step of theirs comes first. Let them do it, then sign again."
        )
        messages.info(request, sentence % {"names": ", ".join(waiting)})
