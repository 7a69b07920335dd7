"""Who is let in to a page, decided before Wagtail serves it. Wagtail's view restrictions give access, they do not gate."""

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.signals import page_published

from courses.models import CoursePage, ModulePage, ProgrammePage, ReadingPage, VideoPage
from courses.translation.hooks import (
    follow_published,
    own_report,
    translations_menu_item,
    watch_translations,
)
from courses.views.contents import serve_contents
from courses.views.lessons import serve_lesson
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


# Before the package's own, which may answer in the place of the editor.
hooks.register("before_edit_page", watch_translations, order=-10)
hooks.register("construct_reports_menu", own_report, order=10)
hooks.register("register_reports_menu_item", translations_menu_item)
# Wagtail tells of every way to publish: by hand, by a moderator, by the clock, by a file.
page_published.connect(follow_published, dispatch_uid="translations")
