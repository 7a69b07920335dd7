"""All questions of a paper at once: a test on one page, and what the page's script turns over without a line."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.actions import SittingClosedError, hand_in_if_over, open_page, save_answer
from assessments.choices import Layout, Timing
from assessments.forms import SheetForm
from assessments.item_types import AnswerError
from assessments.models import Item, Sitting
from assessments.pages import all_asked, clock, counted, prefix_of, time_left
from assessments.papers import Place, places
from assessments.permissions import own_sitting
from assessments.published import read_answer
from assessments.views.answer import closed, late, overtaken
from assessments.views.question import SAVED, over
from people.shared import is_shared

SCRIPT = "text/x-sheet"


@login_required
def sheet(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Show all questions, or save every answer on the page; the script gets the questions alone."""
    sitting = own_sitting(request.user, sitting_id)
    if hand_in_if_over(sitting, at=timezone.now()) and request.method != "POST":
        return redirect("result", sitting.pk)
    is_one_page = sitting.test.layout == Layout.ONE_PAGE
    if request.method == "POST":
        return save_all(request, sitting)
    if request.headers.get("Accept") == SCRIPT:
        found = places(sitting)
        context = {
            "sitting": sitting,
            "sequence": open_page(sitting) + 1,
            "questions": all_asked(request, sitting, found, is_one_page=is_one_page),
        }
        return render(request, "assessments/questions.html", context)
    return show_all(request, sitting) if is_one_page else redirect("question", sitting.pk, 1)


def show_all(request: HttpRequest, sitting: Sitting, *, problem: str = "", status: int = 200) -> HttpResponse:
    """Render the whole paper as one page with one form."""
    found = places(sitting)
    context = {
        "sitting": sitting,
        "places": found,
        "count": len(found),
        "counted": counted(sum(1 for one in found if one.answer)),
        "questions": all_asked(request, sitting, found, is_one_page=True),
        "sequence": open_page(sitting) + 1,
        "saved_at": request.session.pop(SAVED, None),
        "is_shared": is_shared(request),
        "problem": problem,
        **time_left(sitting),
    }
    return render(request, "assessments/sheet.html", context, status=status)


def save_all(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Save each answer that is new on a page sent without scripts; what cannot be saved takes nothing else with it."""
    form = SheetForm(request.POST)
    if not form.is_valid() or form.cleaned_data["form"] != sitting.form_id:
        problem = _("This page does not belong to this test. Nothing was changed.")
        return show_all(request, sitting, problem=problem, status=422)
    unfit: list[int] = []
    behind = False
    for place in places(sitting):
        try:
            behind |= save_one(request, sitting, place, form.cleaned_data["sequence"])
        except AnswerError:
            unfit.append(place.position)
        except SittingClosedError:
            return over(request, sitting, closed(), 409)
    if sitting.responses.filter(sequence=form.cleaned_data["sequence"], timing=Timing.LATE).exists():
        return over(request, sitting, late(sitting), 200)
    if unfit:
        return show_all(request, sitting, problem=unfit_in(unfit), status=422)
    if behind:
        return show_all(request, sitting, problem=overtaken(), status=409)
    request.session[SAVED] = clock(timezone.now())
    return redirect("finish" if form.cleaned_data["go"] == "finish" else "sheet", sitting.pk)


def save_one(request: HttpRequest, sitting: Sitting, place: Place, sequence: int) -> bool:
    """Save what the page says of a question, if that is new; True where a later answer stands. Raises AnswerError."""
    prefix = prefix_of(place.item)
    given = {name[len(prefix) :]: values for name, values in request.POST.lists() if name.startswith(prefix)}
    # A question that was not on the page at all is left alone.
    if "item" not in given:
        return False
    answer, come_back = read_answer(given, sitting, place.item), "back" in given
    if (answer, come_back) == (place.answer or "", place.come_back):
        return False
    item = Item(pk=place.item)
    saved = save_answer(sitting, item, answer, sequence=sequence, come_back=come_back, at=timezone.now())
    return saved.is_overtaken


def unfit_in(positions: list[int]) -> str:
    """Say which answers were not saved."""
    message = ngettext(
        "The answer to question %(numbers)s does not belong there and was not saved. All others were.",
        "The answers to questions %(numbers)s do not belong there and were not saved. All others were.",
        len(positions),
    )
    return message % {"numbers": ", ".join(map(str, positions))}
