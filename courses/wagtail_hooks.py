"""Who is let in to a page, decided before Wagtail serves it. Wagtail's view restrictions give access, they do not gate."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from courses.desk_urls import urlpatterns as desk_urlpatterns
from courses.models import CoursePage, ModulePage, ProgrammePage, ReadingPage, VideoPage
from courses.pages.previews import Previewed, register_preview
from courses.permissions import may_use_desk
from courses.views.contents import serve_contents
from courses.views.copying import copy_pages
from courses.views.lessons import serve_lesson
from courses.views.previews import preview_contents, preview_lesson
from courses.views.programmes import serve_programme
from courses.views.site_history import may_read_site_history
from courses.viewsets import LearningGroup

SERVERS = {
    ReadingPage: serve_lesson,
    VideoPage: serve_lesson,
    CoursePage: serve_contents,
    ModulePage: serve_contents,
    ProgrammePage: serve_programme,
}
for model in (ReadingPage, VideoPage):
    register_preview(model, preview_lesson)
for model in (CoursePage, ModulePage):
    register_preview(model, preview_contents)
register_preview(ProgrammePage, serve_programme)


@hooks.register("before_serve_page", order=10)
def serve(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse | None:
    """Answer for the pages of this app; others are left to whoever knows them."""
    server = SERVERS.get(type(page))
    return server(request, page) if server else None


@hooks.register("register_admin_viewset")
def learning() -> LearningGroup:
    """Show programmes and cohorts in the staff interface."""
    return LearningGroup()


@hooks.register("construct_reports_menu")
def hide_history(request: HttpRequest, items: list[MenuItem]) -> None:
    """Show it in the menu to whom it is for."""
    items[:] = [one for one in items if one.name != "site-history" or may_read_site_history(request.user)]


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    """Hang the author's desk below the staff interface."""
    return desk_urlpatterns


class DeskMenuItem(MenuItem):
    """Shown to those whom the views let in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the rule that guards the views."""
        return may_use_desk(request.user)


@hooks.register("register_reports_menu_item")
def desk_menu_item() -> MenuItem:
    """Put the health of the courses into the menu of reports."""
    return DeskMenuItem(
        _("Health of the courses"), reverse_lazy("desk_list"), name="desk", icon_name="glasses", order=90
    )


@hooks.register("register_page_header_buttons")
def desk_button(page: Page, user: object, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Lead from a page of ours to all that is to be done about it."""
    if may_use_desk(user) and issubclass(page.specific_class or Page, Previewed):
        yield Button(_("What it lacks"), reverse("desk", args=[page.pk]), icon_name="glasses", priority=12)


@hooks.register("before_copy_page")
def copy_with_translations(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Copy pages of ours in all their languages at once."""
    is_ours = issubclass(page.specific_class or Page, Previewed)
    return copy_pages(request, page) if is_ours and request.method == "POST" else None


@hooks.register("register_log_actions")
def deeds(actions: LogActionRegistry) -> None:
    """Name what the desk writes into the history of a page."""
    actions.register_action("courses.mark_changed", _("Mark a substantial change"), _("Marked a change as substantial"))
    actions.register_action("courses.review", _("Mark as read"), _("Stated that the translation was read"))
