"""The rooms of a cohort's supervised tests: opened, shown with their code, closed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.actions import NotOpenerError, accept_late, close_room, open_room
from assessments.models import Sitting
from assessments.room_forms import CloseForm, RoomForm, SittingForm
from assessments.rooms import read_aloud, room_code, rooms_led_by, supervised_tests
from assessments.views.room_live import show_room
from courses.permissions import cohorts_led_by
from people.permissions import staff_door


@staff_door
@login_required
def rooms(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """List a cohort's supervised tests with the room that is open, and the rooms there were; a POST opens one."""
    cohort = get_object_or_404(cohorts_led_by(request.user), pk=cohort_id)
    tests = supervised_tests(cohort)
    if request.method == "POST":
        form = RoomForm(request.POST)
        if not form.is_valid():
            raise Http404
        test = get_object_or_404(tests, pk=form.cleaned_data["test"])
        return redirect("room", open_room(cohort, test, by=request.user, at=timezone.now()).pk)
    found = list(rooms_led_by(request.user).filter(cohort=cohort))
    opened = {one.test_id: one for one in found if one.closed_at is None}
    rows = [{"test": test, "room": opened.get(test.pk)} for test in tests]
    context = {"cohort": cohort, "rows": rows, "closed": [one for one in found if one.closed_at]}
    return render(request, "assessments/rooms.html", context)


@staff_door
@login_required
def room(request: HttpRequest, room_id: UUID) -> HttpResponse:
    """Show the code of an open room, large enough to project; a closed one leads to who was in it."""
    found = get_object_or_404(rooms_led_by(request.user), pk=room_id)
    if found.closed_at:
        return redirect("room_live", found.pk)
    return render(request, "assessments/room.html", {"room": found, "code": read_aloud(room_code(found))})


@staff_door
@login_required
def room_close(request: HttpRequest, room_id: UUID) -> HttpResponse:
    """Close a room after a tick; a repeat changes nothing."""
    found = get_object_or_404(rooms_led_by(request.user), pk=room_id)
    if request.method != "POST":
        return redirect("room_live", found.pk)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return show_room(request, found, form=form, status=422)
    close_room(found, by=request.user, at=timezone.now())
    messages.info(request, _("The room is closed. What was saved is handed in."))
    return redirect("room_live", found.pk)


@staff_door
@login_required
def room_late(request: HttpRequest, room_id: UUID) -> HttpResponse:
    """Let somebody's late answers count; only for whoever opened the room."""
    found = get_object_or_404(rooms_led_by(request.user), pk=room_id)
    if request.method != "POST":
        return redirect("room_live", found.pk)
    form = SittingForm(request.POST)
    if not form.is_valid():
        raise Http404
    sittings = Sitting.objects.filter(room=found).select_related("test__step", "enrolment", "room__cohort")
    sitting = get_object_or_404(sittings, pk=form.cleaned_data["sitting"])
    try:
        accept_late(sitting, by=request.user, at=timezone.now())
    except NotOpenerError as error:
        raise Http404 from error
    messages.info(request, _("The late answers count now."))
    return redirect("room_live", found.pk)
