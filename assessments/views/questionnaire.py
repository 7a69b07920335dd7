"""A questionnaire: statements to agree or disagree with, kept once, never a score."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from courses.actions import complete_lesson
from courses.lessons import steps_served_by
from courses.models import Enrolment
from courses.permissions import LessonAccess, lesson_access

DEGREES = range(1, 6)


def serve_questionnaire(request: HttpRequest, page: Page) -> HttpResponse:
    """Show the statements, or keep the answers when each has one; an incomplete sheet loses nothing."""
    access = lesson_access(request.user, page, timezone.localdate())
    if access is LessonAccess.SIGN_IN:
        return redirect_to_login(request.path)
    if access is LessonAccess.STRANGER:
        raise Http404
    if access is LessonAccess.LOCKED:
        return render(request, "courses/locked.html", {"page": page}, status=403)
    questions = list(page.bank.questions.filter(kind="ATTITUDE").prefetch_related("wordings"))
    answers = {one.pk: request.POST.get(f"q{one.pk}", "") for one in questions}
    tried = request.method == "POST" and access is LessonAccess.LEARNER
    if tried and all(value in {str(degree) for degree in DEGREES} for value in answers.values()):
        keep(request.user, page, {pk: int(value) for pk, value in answers.items()})
        return redirect("me")
    rows = [row(question, answers[question.pk], tried) for question in questions]
    context = {"page": page, "rows": rows, "tried": tried, "degrees": DEGREES, "access": access.name}
    return render(request, page.template, context, status=422 if tried else 200)


def preview_questionnaire(request: HttpRequest, page: Page) -> HttpResponse:
    """Show the statements as a learner meets them, or a visitor; nothing can be sent."""
    access = LessonAccess.LEARNER if request.user.is_authenticated else LessonAccess.VISITOR
    questions = page.bank.questions.filter(kind="ATTITUDE").prefetch_related("wordings")
    rows = [row(question, "", False) for question in questions]
    return render(request, page.template, {"page": page, "rows": rows, "degrees": DEGREES, "access": access.name})


def row(question: Any, answer: str, tried: bool) -> dict[str, Any]:
    """Return a statement in the page's language with what was chosen."""
    wordings = {wording.language: wording for wording in question.wordings.all()}
    wording = wordings.get(get_language() or "en") or wordings["en"]
    return {"question": question, "wording": wording, "answer": answer, "missing": tried and not answer}


@transaction.atomic
def keep(learner: Any, page: Page, degrees: dict[int, int]) -> None:
    """Keep the first answers somebody gives and complete the lesson; a repeat changes nothing."""
    programmes = {step.programme_id for step in steps_served_by(page, learner)}
    for enrolment in Enrolment.objects.of(learner).filter(programme__in=programmes):
        rows = enrolment.questionnaire_responses.model
        rows.objects.bulk_create(
            [rows(enrolment=enrolment, question_id=pk, degree=degree) for pk, degree in degrees.items()],
            ignore_conflicts=True,
        )
    complete_lesson(learner, page, on=timezone.localdate())
