"""Who is in a room: on which question, how many answers are saved, since when. No answer and no score."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from assessments.models import Room
from assessments.room_forms import CloseForm
from assessments.rooms import rooms_led_by, seats
from people.audit import record
from people.choices import Deed
from people.permissions import staff_door

SECONDS = 20


@staff_door
@login_required
def room_live(request: HttpRequest, room_id: UUID) -> HttpResponse:
    """Show a room one leads; while it is open the page asks for itself again, unless `?still` stops it."""
    found = get_object_or_404(rooms_led_by(request.user), pk=room_id)
    answer = show_room(request, found)
    if found.closed_at is None and "still" not in request.GET:
        # A header and no element: it works without a script, and the page offers a way to stop it.
        answer.headers["Refresh"] = str(SECONDS)
    return answer


def show_room(request: HttpRequest, room: Room, *, status: int = 200, **forms: Any) -> HttpResponse:
    """Answer with the page of a room that was fetched through a guard; `forms` brings back what was refused."""
    record(request.user, Deed.READ_ROOM, room.cohort)
    context = {
        "room": room,
        "seats": seats(room),
        "now": timezone.now(),
        "may_accept": room.opened_by_id == request.user.pk,
        "is_still": "still" in request.GET,
        "form": CloseForm(),
    }
    return render(request, "assessments/room_live.html", context | forms, status=status)
