"""A blind ballot: questions about one's own behaviour, on a page of their own before handing in."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from assessments.actions.balloting import cast_ballot
from assessments.ballots import ballot_of, is_ballot_open
from assessments.item_types import AnswerError
from assessments.permissions import own_sitting


@sensitive_post_parameters()
@sensitive_variables()
@login_required
def ballot(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Ask, or put the answers into the box; empty or full it goes the same way, and a second time nothing happens."""
    sitting = own_sitting(request.user, sitting_id)
    if not is_ballot_open(sitting):
        return redirect("finish", sitting.pk)
    asked = ballot_of(sitting, get_language() or sitting.language)
    context: dict[str, object] = {"sitting": sitting, "asked": asked}
    if request.method == "POST":
        try:
            answers = {one.question.pk: one.read(dict(request.POST.lists())) for one in asked}
        except AnswerError:
            context["problem"] = _(
                "One of these answers belongs to none of the questions. Nothing was put in; choose again."
            )
            return render(request, "assessments/ballot.html", context, status=422)
        cast_ballot(sitting, answers)
        return redirect("finish", sitting.pk)
    return render(request, "assessments/ballot.html", context)
