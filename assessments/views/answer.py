"""One answer, sent by the page's script: idempotent, five statements, and "saved" is said only after the commit."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from assessments.actions import Saved, SittingClosedError, save_answer
from assessments.choices import Timing
from assessments.forms import read_place
from assessments.item_types import AnswerError
from assessments.models import Item, Sitting
from assessments.pages import clock, counted, seconds_left
from assessments.permissions import own_sitting_to_answer
from assessments.published import read_answer

MOST_BYTES = 64 * 1024


# The token is asked for in `keep`: the check reads the whole body, which must be bounded first.
@csrf_exempt
@login_required
@require_POST
def answer(request: HttpRequest, sitting_id: UUID) -> JsonResponse:
    """Keep an answer that is not too long."""
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return tell("refused", _("This answer is too long and was not saved. Make it shorter."), 413)
    return keep(request, sitting_id)


@csrf_protect
def keep(request: HttpRequest, sitting_id: UUID) -> JsonResponse:
    """Keep an answer of the learner's own sitting and say what became of it."""
    place = read_place(request.POST)
    try:
        sitting = own_sitting_to_answer(request.user, sitting_id, place.item if place else 0)
    except Http404:
        # In words of ours: the page's script tells it from the 404 of a line that wants a sign-in.
        return tell("gone", _("This test is not yours, or it is gone. Nothing was saved."), 404)
    try:
        if place is None or place.form != sitting.form_id:
            raise AnswerError
        text = read_answer(dict(request.POST.lists()), sitting, place.item)
        saved = save_answer(
            sitting, Item(pk=place.item), text, sequence=place.sequence, come_back=place.back, at=timezone.now()
        )
    except AnswerError:
        return tell("refused", refused(), 422)
    except SittingClosedError:
        return tell("closed", closed(), 409)
    return told(saved, sitting, is_answered=bool(text))


def told(saved: Saved, sitting: Sitting, *, is_answered: bool) -> JsonResponse:
    """Say that an answer is saved, since when, and how many are saved with it; or that another one stands."""
    if saved.timing == Timing.LATE:
        return tell("late", late(sitting), at=clock(saved.at))
    if saved.is_overtaken:
        return tell("overtaken", overtaken(), 409)
    at, count = clock(saved.at), sitting.answered + is_answered
    left = seconds_left(sitting)
    return tell("saved", _("Saved at %(time)s") % {"time": at}, at=at, counted=counted(count), left=left)


def tell(state: str, message: str, status: int = 200, **more: object) -> JsonResponse:
    """Answer the script."""
    return JsonResponse({"state": state, "message": message} | more, status=status)


def refused() -> str:
    """Say that an answer fits no option, or another question."""
    return _("This answer does not belong to this question. Nothing was changed; choose again and save.")


def overtaken() -> str:
    """Say that another page was opened later and answered."""
    return _("A later answer to this question was saved from another page. That one stands.")


def late(sitting: Sitting) -> str:
    """Say that an answer is kept, and what it takes to count."""
    if sitting.room_id:
        return _("The time was over when this answer arrived. It is kept, and counts if your trainer accepts it.")
    return _("The time was over when this answer arrived. It is kept, but it does not count.")


def closed() -> str:
    """Say that nothing more can be saved."""
    return _("This test is finished, so this answer was not saved. What was saved before counts.")
