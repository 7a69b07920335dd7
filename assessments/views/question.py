"""One question per page. Each answer is one idempotent POST; "saved" is said only after the commit."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments.actions import SittingClosedError, hand_in_if_over, open_page, save_answer
from assessments.choices import DONT_KNOW, Timing
from assessments.definitions import definition_of, words_of
from assessments.forms import AnswerForm
from assessments.item_types import TYPES, AnswerError
from assessments.models import Item, Sitting
from assessments.papers import Place, places, seed_of, wording_of
from assessments.permissions import own_sitting

SAVED = "saved_at"


@login_required
def question(request: HttpRequest, sitting_id: UUID, position: int) -> HttpResponse:
    """Show a question, or save its answer and go on."""
    sitting = own_sitting(request.user, sitting_id)
    # What was answered before the line dropped is kept, however late it comes; only looking is over.
    if hand_in_if_over(sitting, at=timezone.now()) and request.method != "POST":
        return redirect("result", sitting.pk)
    found = places(sitting)
    place = next((one for one in found if one.position == position), None)
    if place is None:
        return redirect("finish", sitting.pk)
    if request.method != "POST":
        return show(request, sitting, found, place)
    return save(request, sitting, found, place)


def closed(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Say that nothing more can be saved."""
    message = _("This test is finished, so this answer was not saved. What was saved before counts.")
    if wants_json(request):
        return JsonResponse({"state": "closed", "message": message}, status=409)
    return render(request, "assessments/over.html", {"message": message, "sitting": sitting}, status=409)


def kept_late(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Say that an answer is kept, and what it takes to count."""
    message = _("The time was over when this answer arrived. It is kept, but it does not count.")
    if sitting.room_id:
        message = _("The time was over when this answer arrived. It is kept, and counts if your trainer accepts it.")
    if wants_json(request):
        return JsonResponse({"state": "late", "message": message})
    return render(request, "assessments/over.html", {"message": message, "sitting": sitting})


def save(request: HttpRequest, sitting: Sitting, found: list[Place], place: Place) -> HttpResponse:
    """Save an answer; anything that was tampered with is refused in a sentence and changes nothing."""
    form = AnswerForm(request.POST)
    try:
        answer = read_answer(request, form, sitting, place)
    except AnswerError:
        message = _("This answer does not belong to this question. Nothing was changed; choose again and save.")
        if wants_json(request):
            return JsonResponse({"state": "refused", "message": message}, status=422)
        return show(request, sitting, found, place, problem=message, status=422)
    data = form.cleaned_data
    try:
        saved = save_answer(
            sitting, Item(pk=place.item), answer, sequence=data["sequence"], come_back=data["back"], at=timezone.now()
        )
    except SittingClosedError:
        return closed(request, sitting)
    if saved.timing == Timing.LATE:
        return kept_late(request, sitting)
    if wants_json(request):
        return answered(saved.at, saved.is_overtaken, found, place)
    if saved.is_overtaken:
        message = _("A later answer to this question was saved from another page. That one stands.")
        return show(request, sitting, places(sitting), place, problem=message, status=409)
    request.session[SAVED] = time_format(timezone.localtime(saved.at), "H:i")
    return onwards(sitting, place, data["go"], len(found))


def read_answer(request: HttpRequest, form: AnswerForm, sitting: Sitting, place: Place) -> str:
    """Return the answer in a request; raises AnswerError where it is not for this form, this item and its options."""
    if not form.is_valid() or form.cleaned_data["item"] != place.item or form.cleaned_data["form"] != sitting.form_id:
        raise AnswerError
    wording = wording_of(place.item, sitting.language, sitting.started_at)
    definition = definition_of(wording.question, [wording])
    return TYPES[definition.type].read(dict(request.POST.lists()), definition, seed_of(sitting, place.item))


def answered(at: datetime, is_overtaken: bool, found: list[Place], place: Place) -> JsonResponse:
    """Tell the page's script what became of the answer, and how many are saved with it."""
    clock = time_format(timezone.localtime(at), "H:i")
    if is_overtaken:
        message = _("A later answer to this question was saved from another page. That one stands.")
        return JsonResponse({"state": "overtaken", "message": message}, status=409)
    saved = {one.position for one in found if one.answer} | {place.position}
    message = _("Saved at %(time)s") % {"time": clock}
    return JsonResponse({"state": "saved", "message": message, "counted": counted(len(saved))})


def counted(done: int) -> str:
    """Return the legend of the overview, with the number of saved answers."""
    return _("Filled: answered and saved, %(done)s. Square: come back.") % {"done": done}


def onwards(sitting: Sitting, place: Place, go: str, count: int) -> HttpResponse:
    """Go where the pressed button leads."""
    if go == "prev" and place.position > 1:
        return redirect("question", sitting.pk, place.position - 1)
    if go == "finish" or (go != "stay" and place.position >= count):
        return redirect("finish", sitting.pk)
    return redirect("question", sitting.pk, place.position + (0 if go in {"stay", "prev"} else 1))


def show(
    request: HttpRequest, sitting: Sitting, found: list[Place], place: Place, *, problem: str = "", status: int = 200
) -> HttpResponse:
    """Render a question with the overview of all."""
    language = get_language() or sitting.language
    wording = wording_of(place.item, language, sitting.started_at)
    kind = TYPES[wording.question.type]
    context = {
        "sitting": sitting,
        "place": place,
        "places": found,
        "count": len(found),
        "counted": counted(sum(1 for one in found if one.answer)),
        "wording": wording,
        "template": kind.template,
        "shown": kind.present(
            words_of(wording),
            place.answer or "",
            seed_of(sitting, place.item),
            shuffle=sitting.test.shuffle_options,
        ),
        "dont_know": DONT_KNOW,
        "sequence": open_page(sitting) + 1,
        "saved_at": request.session.pop(SAVED, None),
        "minutes_left": minutes_left(sitting),
        "problem": problem,
    }
    return render(request, "assessments/question.html", context, status=status)


def minutes_left(sitting: Sitting) -> int | None:
    """Return whole minutes until the end, None without a limit."""
    if sitting.ends_at is None:
        return None
    return max(0, int((sitting.ends_at - timezone.now()).total_seconds() // 60))


def wants_json(request: HttpRequest) -> bool:
    """Tell whether the page's script asked, rather than a pressed button."""
    return bool(request.headers.get("Accept", "").startswith("application/json"))
