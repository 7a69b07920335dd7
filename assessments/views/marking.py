"""Marking free texts: a list of what waits, and one answer at a time under a number that leads to nobody."""

from collections import Counter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.actions.marking import NotMarkableError, mark_answer
from assessments.marks import OpenAnswer, most_of, open_answers
from assessments.models import Item, Sitting
from assessments.papers import wording_of
from assessments.permissions import markable_by
from assessments.staff_forms import MarkForm
from people.choices import Role
from people.codes import grouped
from people.permissions import role_required


@require_safe
@role_required(Role.TRAINER)
def marking_list(request: HttpRequest) -> HttpResponse:
    """List the questions with free texts, how many wait, and the answers by number."""
    answers = open_answers(request.user)
    waiting = Counter(one.item for one in answers if one.given is None)
    language = get_language() or "en"
    questions = [
        {
            "wording": wording_of(item, language),
            "waiting": waiting[item],
            "answers": [(one.number, grouped(one.number), one.given) for one in answers if one.item == item],
        }
        for item in dict.fromkeys(one.item for one in answers)
    ]
    return render(request, "assessments/marking_list.html", {"questions": questions} | _header(_("Marking")))


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.TRAINER)
def marking(request: HttpRequest, number: str) -> HttpResponse:
    """Show one free text and take its points; afterwards the next one that waits."""
    answers = open_answers(request.user)
    answer = next((one for one in answers if one.number == number), None)
    if answer is None:
        raise Http404
    item = Item.objects.select_related("question").get(pk=answer.item)
    form = MarkForm(request.POST or None, most=most_of(item), initial={"points": answer.given})
    if request.method == "POST" and form.is_valid():
        return _mark(request, answer, item, form.cleaned_data["points"], answers)
    context = {
        "answer": answer,
        "number": grouped(number),
        "wording": wording_of(item.pk, get_language() or "en"),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "assessments/marking.html", context | _header(grouped(number)), status=status)


def _mark(request: HttpRequest, answer: OpenAnswer, item: Item, points: int, answers: list[OpenAnswer]) -> HttpResponse:
    sitting: Sitting = markable_by(request.user).get(pk=answer.sitting)
    try:
        mark_answer(sitting, item, points, by=request.user, on=timezone.localdate())
    except NotMarkableError as error:
        raise Http404 from error
    waiting = [one for one in answers if one.given is None and one.number != answer.number and one.item == answer.item]
    messages.success(request, _("The points are kept, and the score follows."))
    return redirect("marking", waiting[0].number) if waiting else redirect("marking_list")


def _header(title: str) -> dict[str, object]:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("marking_list"), "label": _("Marking")},
    ]
    last = [] if title == _("Marking") else [{"url": "", "label": title}]
    return {"header_title": title, "header_icon": "edit", "breadcrumbs_items": crumbs + last}
