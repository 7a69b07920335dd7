"""Grading anew: choose a question, see what would move, say why, do it. For moderators and administrators."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.actions.regrading import NothingLeftError, apply_regrade, impact, programmes_that_differ
from assessments.impact import shown
from assessments.models import Question, Regrade, Wording
from assessments.permissions import regradable_by
from assessments.regrade_words import groups_of, said
from assessments.staff_forms import ChangeForm, ReasonForm
from people.choices import Role
from people.permissions import role_required

PER_PAGE = 40
SHOWN_REGRADES = 20


@require_safe
@role_required(Role.MODERATOR)
def regrade_list(request: HttpRequest) -> HttpResponse:
    """List the questions that stand on a form, to choose one, and what was graded anew before."""
    asked = request.GET.get("q", "").strip()
    questions = regradable_by(request.user).select_related("bank").order_by("bank__name", "code")
    if asked:
        questions = questions.filter(Q(code__icontains=asked) | Q(wordings__stem__icontains=asked)).distinct()
    page = Paginator(questions, PER_PAGE).get_page(request.GET.get("p"))
    done = Regrade.objects.filter(question__in=regradable_by(request.user))
    rows = [
        {"regrade": one, "moved": said(shown(one.scores_moved, 2 * one.scores_moved + 20, is_protected=True))}
        for one in done.select_related("question", "dropped__form__instrument")[:SHOWN_REGRADES]
    ]
    stems = _stems(page.object_list)
    found = [{"question": one, "wording": stems.get(one.pk)} for one in page.object_list]
    context = {"page": page, "found": found, "asked": asked, "rows": rows}
    return render(request, "assessments/regrade_list.html", context | _header(_("Grade anew")))


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.MODERATOR)
def regrade(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show a question; with a change in the address what it would do; a POST with a reason does it."""
    question = get_object_or_404(regradable_by(request.user), pk=question_id)
    form = ChangeForm(request.GET if "what" in request.GET else None, question=question)
    reason = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and reason.is_valid():
        return _apply(request, form, reason)
    return _show(request, form, reason, status=422 if request.method == "POST" else 200)


def _apply(request: HttpRequest, form: ChangeForm, reason: ReasonForm) -> HttpResponse:
    try:
        done = apply_regrade(
            form.change(), reason=reason.cleaned_data["reason"], by=request.user, on=timezone.localdate()
        )
    except NothingLeftError:
        return _show(request, form, reason, status=409)
    if done.moved:
        messages.success(request, _("Graded anew. The scores before it are kept beside the new ones."))
    else:
        messages.info(request, _("No score differs: nothing moved."))
    return redirect("regrade_list")


def _show(request: HttpRequest, form: ChangeForm, reason: ReasonForm, *, status: int) -> HttpResponse:
    question = form.question
    context = {"question": question, "wording": _stems([question]).get(question.pk), "form": form, "reason": reason}
    if form.is_bound and form.is_valid():
        found = impact(form.change())
        context |= {
            "is_looked_at": True,
            "groups": groups_of(found),
            "differ": programmes_that_differ(found),
            "leaves_nothing": found.leaves_nothing,
        }
    return render(request, "assessments/regrade.html", context | _header(question.code), status=status)


def _stems(questions: Iterable[Question]) -> dict[int, Wording]:
    """Return the newest English wording of each question; one query."""
    rows = Wording.objects.filter(question__in=list(questions), language="en")
    return {one.question_id: one for one in rows.order_by("version")}


def _header(title: str) -> dict[str, object]:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("regrade_list"), "label": _("Grade anew")},
    ]
    last = [] if title == _("Grade anew") else [{"url": "", "label": title}]
    return {"header_title": title, "header_icon": "rotate", "breadcrumbs_items": crumbs + last}
