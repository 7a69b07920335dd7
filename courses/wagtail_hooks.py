"""Who is let in to a page, decided before Wagtail serves it. Wagtail's view restrictions give access, they do not gate."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.signals import page_published, post_page_move

from courses.desk_hooks import HOOKS, register_previews
from courses.models import (
    CoursePage,
    GuidePage,
    ModulePage,
    ProgrammePage,
    ReadingPage,
    RoomSessionPage,
    VideoPage,
)
from courses.translation.hooks import (
    follow_published,
    own_report,
    translations_menu_item,
    watch_translations,
)
from courses.translation.places import follow_moved, go_along
from courses.views.contents import serve_contents
from courses.views.exchange import course_file, course_files
from courses.views.guides import serve_guide
from courses.views.lessons import serve_lesson
from courses.views.programmes import serve_programme
from courses.views.site_history import may_read_site_history
from courses.viewsets import LearningGroup
from people.permissions import may_manage_accounts

SERVERS = {
    ReadingPage: serve_lesson,
    VideoPage: serve_lesson,
    RoomSessionPage: serve_lesson,
    GuidePage: serve_guide,
    CoursePage: serve_contents,
    ModulePage: serve_contents,
    ProgrammePage: serve_programme,
}
register_previews()
for name, hook in HOOKS.items():
    hooks.register(name, hook)


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
def course_file_urls() -> list[URLPattern]:
    """Hang courses as files below the staff interface."""
    return [
        path("courses/files/", course_files, name="course_files"),
        path("courses/files/<slug:slug>/", course_file, name="course_file"),
    ]


class CourseFilesItem(MenuItem):
    """The way to courses as files, for those who may go it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to technical administrators."""
        return may_manage_accounts(request.user)


@hooks.register("register_settings_menu_item")
def course_files_item() -> MenuItem:
    """Show courses as files among the settings."""
    return CourseFilesItem(_("Courses as files"), reverse("course_files"), icon_name="download", order=900)


# Before the package's own, which may answer in the place of the editor.
hooks.register("before_edit_page", watch_translations, order=-10)
hooks.register("construct_reports_menu", own_report, order=10)
hooks.register("register_reports_menu_item", translations_menu_item)
# Wagtail tells of every way to publish: by hand, by a moderator, by the clock, by a file.
page_published.connect(follow_published, dispatch_uid="translations")
post_page_move.connect(follow_moved, dispatch_uid="translations")
hooks.register("construct_translated_pages_to_cascade_actions", go_along)
