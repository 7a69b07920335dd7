"""What the author's desk adds to Wagtail: its addresses, the ways to it, copies in all languages, words of the history."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from courses.desk_urls import urlpatterns
from courses.models import CoursePage, GuidePage, ModulePage, ProgrammePage, ReadingPage, RoomSessionPage, VideoPage
from courses.pages.previews import Previewed, register_preview
from courses.permissions import may_use_desk
from courses.views.copying import copy_pages
from courses.views.previews import preview_contents, preview_guide, preview_lesson
from courses.views.programmes import serve_programme


def register_previews() -> None:
    """Let the views of this app answer for previews of its pages."""
    for model in (ReadingPage, VideoPage, RoomSessionPage):
        register_preview(model, preview_lesson)
    for model in (CoursePage, ModulePage):
        register_preview(model, preview_contents)
    register_preview(GuidePage, preview_guide)
    register_preview(ProgrammePage, serve_programme)


def desk_urls() -> list[URLPattern]:
    """Hang the author's desk below the staff interface."""
    return urlpatterns


class DeskMenuItem(MenuItem):
    """Shown to those whom the views let in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the rule that guards the views."""
        return may_use_desk(request.user)


def desk_menu_item() -> MenuItem:
    """Put the health of the courses into the menu of reports."""
    return DeskMenuItem(
        _("Health of the courses"), reverse_lazy("desk_list"), name="desk", icon_name="glasses", order=90
    )


def desk_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Lead from a page of ours to all that is to be done about it."""
    if may_use_desk(user) and issubclass(page.specific_class or Page, Previewed):
        yield Button(_("What it lacks"), reverse("desk", args=[page.pk]), icon_name="glasses", priority=12)


def copy_with_translations(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Copy pages of ours in all their languages at once."""
    is_ours = issubclass(page.specific_class or Page, Previewed)
    return copy_pages(request, page) if is_ours and request.method == "POST" else None


def deeds(actions: LogActionRegistry) -> None:
    """Name what the desk writes into the history of a page."""
    actions.register_action("courses.mark_changed", _("Mark a substantial change"), _("Marked a change as substantial"))
    actions.register_action("courses.review", _("Mark as read"), _("Stated that the translation was read"))


HOOKS: dict[str, Callable[..., Any]] = {
    "register_admin_urls": desk_urls,
    "register_reports_menu_item": desk_menu_item,
    "register_page_header_buttons": desk_button,
    "before_copy_page": copy_with_translations,
    "register_log_actions": deeds,
}
