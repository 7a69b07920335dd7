"""One question per page, saved by its buttons; with scripts on, `answer` saves as soon as something is chosen."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from assessments.actions import SittingClosedError, hand_in_if_over, open_page, save_answer
from assessments.choices import Feedback, Layout, Timing
from assessments.feedback import review_at_once
from assessments.forms import AnswerForm
from assessments.item_types import AnswerError
from assessments.models import Item, Sitting
from assessments.pages import asked, clock, counted, language_of, time_left
from assessments.papers import Place, places, wording_of
from assessments.permissions import own_sitting
from assessments.published import read_answer
from assessments.views.answer import closed, late, overtaken, refused
from people.shared import is_shared

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
    if request.method == "POST":
        return save(request, sitting, found, place)
    if sitting.test.layout == Layout.ONE_PAGE:
        return redirect(reverse("sheet", args=[sitting.pk]) + f"#q{position}")
    return show(request, sitting, found, place)


def over(request: HttpRequest, sitting: Sitting, message: str, status: int) -> HttpResponse:
    """Say of an answer that came after the end what became of it."""
    return render(request, "assessments/over.html", {"message": message, "sitting": sitting}, status=status)


def save(request: HttpRequest, sitting: Sitting, found: list[Place], place: Place) -> HttpResponse:
    """Save an answer; anything that was tampered with is refused in a sentence and changes nothing."""
    form = AnswerForm(request.POST)
    try:
        is_of_page = form.is_valid() and form.cleaned_data["item"] == place.item
        if not is_of_page or form.cleaned_data["form"] != sitting.form_id:
            raise AnswerError
        answer = read_answer(dict(request.POST.lists()), sitting, place.item)
        data = form.cleaned_data
        saved = save_answer(
            sitting, Item(pk=place.item), answer, sequence=data["sequence"], come_back=data["back"], at=timezone.now()
        )
    except AnswerError:
        return show(request, sitting, found, place, problem=refused(), status=422)
    except SittingClosedError:
        return over(request, sitting, closed(), 409)
    if saved.timing == Timing.LATE:
        return over(request, sitting, late(sitting), 200)
    if saved.is_overtaken:
        now = places(sitting)
        return show(request, sitting, now, now[place.position - 1], problem=overtaken(), status=409)
    request.session[SAVED] = clock(saved.at)
    is_told = sitting.test.feedback == Feedback.IMMEDIATE and data["go"] == "next" and answer
    return onwards(sitting, place, "stay" if is_told else data["go"], len(found))


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
    wording = wording_of(place.item, language_of(sitting), sitting.started_at)
    context = asked(sitting, place, wording, len(found)) | {
        "places": found,
        "counted": counted(sum(1 for one in found if one.answer)),
        "sequence": open_page(sitting) + 1,
        "saved_at": request.session.pop(SAVED, None),
        "is_shared": is_shared(request),
        "problem": problem,
        "saves_at_once": sitting.test.feedback != Feedback.IMMEDIATE,
        "review": review_at_once(sitting, place, language_of(sitting)),
        **time_left(sitting),
    }
    return render(request, "assessments/question.html", context, status=status)
