"""What the staff interface gets; and who is let in to a questionnaire, decided before Wagtail serves it."""

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern
from django.utils.html import format_html
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from assessments.exchange_urls import exchange_urlpatterns
from assessments.models import Question, QuestionnairePage
from assessments.staff_menu import marking_menu_item, regrade_menu_item
from assessments.staff_urls import urlpatterns as staff_urlpatterns
from assessments.views.questionnaire import preview_questionnaire, serve_questionnaire
from assessments.viewsets import TestsGroup
from assessments.viewsets.kept import NeverDeleted
from courses.pages.previews import register_preview

register_permission_policy(Question, NeverDeleted(Question))
register_snippet(TestsGroup)
register_preview(QuestionnairePage, preview_questionnaire)


@hooks.register("before_serve_page", order=10)
def serve(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse | None:
    """Answer for questionnaires."""
    return serve_questionnaire(request, page) if isinstance(page, QuestionnairePage) else None


@hooks.register("register_admin_urls")
def exchange_urls() -> list[URLPattern]:
    """Hang questions as files below the staff interface."""
    return exchange_urlpatterns


@hooks.register("register_admin_urls")
def regrade_urls() -> list:
    """Hang grading anew and marking below the staff interface."""
    return staff_urlpatterns


hooks.register("register_admin_menu_item", regrade_menu_item)
hooks.register("register_admin_menu_item", marking_menu_item)


@hooks.register("insert_global_admin_css")
def style_of_the_bank() -> str:
    """Put the texts of a question side by side in its form, which has no place for a style sheet of its own."""
    return format_html('<link rel="stylesheet" href="{}">', static("assessments/bank.css"))
