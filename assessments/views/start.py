"""Before a test: what it is, and the button that starts it; in a room, with the room's code."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments.actions import (
    AttemptsUsedError,
    NotStartedError,
    OpenTextError,
    RoomNeededError,
    hand_in_if_over,
    start_sitting,
)
from assessments.choices import SittingState
from assessments.draw import BlueprintError
from assessments.models import Room, StepTest
from assessments.offers import offer_of
from assessments.permissions import own_test
from assessments.room_forms import RoomCodeForm
from assessments.rooms import find_room
from courses.models import Enrolment
from courses.plans import PlannedStep
from courses.progress import State
from people.limits import allowed


@login_required
def start(request: HttpRequest, test_id: int) -> HttpResponse:
    """Show what a test asks, or start it; a test that is not open says when it opens or why it cannot be taken."""
    test, enrolment, planned = own_test(request.user, test_id, timezone.localdate())
    found = enrolment.sittings.filter(test=test, state=SittingState.OPEN)
    under_way = found.select_related("test__step", "enrolment", "room").first()
    if under_way is not None and hand_in_if_over(under_way, at=timezone.now()):
        return redirect("result", under_way.pk)
    if under_way is None and not planned.is_open:
        # A class would be called by the template; its members are looked up.
        context = {"test": test, "planned": planned, "states": State.__members__}
        return render(request, "assessments/closed.html", context, status=409 if request.method == "POST" else 200)
    if request.method == "POST" and under_way is not None:
        return redirect("question", under_way.pk, 1)
    if request.method == "POST":
        return begin(request, test, enrolment, planned)
    return ask(request, test, enrolment, planned, under_way=under_way)


def ask(
    request: HttpRequest, test: StepTest, enrolment: Enrolment, planned: PlannedStep, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Say what the test asks, or why it cannot be started though its step is open."""
    offer = offer_of(test, enrolment, planned.standing.closes_on, timezone.now())
    if not offer.can_start and more.get("under_way") is None:
        return refused(request, test, no_form() if offer.count is None else no_attempt(), 200)
    context = {"test": test, "offer": offer, "form": RoomCodeForm()} | more
    return render(request, "assessments/start.html", context, status=status)


def begin(request: HttpRequest, test: StepTest, enrolment: Enrolment, planned: PlannedStep) -> HttpResponse:
    """Start the test; whatever stands in the way is said in a sentence, and nothing was written."""
    room: Room | None = None
    if test.is_supervised:
        form, status = RoomCodeForm(request.POST), 422
        if form.is_valid() and not allowed(request, "room", key=str(request.user.pk)):
            form.add_error("code", _("Too many tries. Wait five minutes, then type the code again."))
            status = 429
        elif form.is_valid():
            room = find_room(enrolment, test, form.cleaned_data["code"])
        if room is None:
            if not form.errors:
                form.add_error("code", wrong_room())
            return ask(request, test, enrolment, planned, form=form, status=status)
    terms = {"language": get_language() or "en", "at": timezone.now(), "closes_on": planned.standing.closes_on}
    try:
        sitting = start_sitting(enrolment, test, **terms, room=room)
    except (NotStartedError, BlueprintError) as error:
        return refused(request, test, reason(error), 409)
    return redirect("question", sitting.pk, 1)


def refused(request: HttpRequest, test: StepTest, message: str, status: int) -> HttpResponse:
    """Say why a test whose step is open cannot be started."""
    return render(request, "assessments/not_started.html", {"test": test, "message": message}, status=status)


def reason(error: Exception) -> str:
    """Return the sentence for what kept a test from starting."""
    if isinstance(error, AttemptsUsedError):
        return no_attempt()
    if isinstance(error, RoomNeededError):
        return wrong_room()
    if isinstance(error, OpenTextError):
        return _(
            "This test asks for free text, which could tell who wrote it, so it is not given in your group. "
            "It does not count against you. Tell your trainer."
        )
    return no_form()


def no_form() -> str:
    """Say that the test cannot be given yet."""
    return _("This test is not ready yet, and that is not your doing. Tell your trainer, and come back later.")


def no_attempt() -> str:
    """Say that all attempts are used."""
    return _("You have taken this test as often as it can be taken. Ask your trainer what is possible.")


def wrong_room() -> str:
    """Say that a code opens no room; why is not told apart."""
    return _("This code opens no room for you. Look at it again, or ask your trainer whether the room is open.")
