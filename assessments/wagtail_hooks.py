"""Who is let in to a questionnaire, decided before Wagtail serves it."""

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from assessments.models import QuestionnairePage
from assessments.views.questionnaire import serve_questionnaire


@hooks.register("before_serve_page", order=10)
def serve(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse | None:
    """Answer for questionnaires."""
    return serve_questionnaire(request, page) if isinstance(page, QuestionnairePage) else None
