"""What the staff interface gets; and who is let in to a questionnaire, decided before Wagtail serves it."""

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from assessments.models import QuestionnairePage
from assessments.staff_menu import marking_menu_item, regrade_menu_item
from assessments.staff_urls import urlpatterns as staff_urlpatterns
from assessments.views.questionnaire import serve_questionnaire


@hooks.register("before_serve_page", order=10)
def serve(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse | None:
    """Answer for questionnaires."""
    return serve_questionnaire(request, page) if isinstance(page, QuestionnairePage) else None


@hooks.register("register_admin_urls")
def regrade_urls() -> list:
    """Hang grading anew and marking below the staff interface."""
    return staff_urlpatterns


hooks.register("register_admin_menu_item", regrade_menu_item)
hooks.register("register_admin_menu_item", marking_menu_item)
