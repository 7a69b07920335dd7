"""When sources and translations are brought in line: before a page is edited, and after one was published."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail_localize.models import Translation

from courses.translation.keeping import keep_family, renew_source, take_over
from courses.translation.permissions import RIGHT
from courses.translation.states import progress_of

AGAIN = "localize-restart-translation"


def watch_translations(request: HttpRequest, page: Page) -> None:
    """Note what answers to what before an author changes it, and say where the source has changed since."""
    if page.alias_of_id:
        return
    keep_family(page)
    if request.method == "POST" and AGAIN in request.POST:
        take_over(page.get_latest_revision_as_object())
    elif request.method == "GET":
        _say_what_changed(request, page)


def _say_what_changed(request: HttpRequest, page: Page) -> None:
    progress = progress_of([page.translation_key]).get((page.translation_key, page.locale_id))
    if progress is None or not progress.outdated:
        return
    found = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale_id)
    words = _("The source of this page has changed since it was translated.")
    link = format_html('<a href="{}">{}</a>', reverse("translation_desk", args=[found.pk]), _("See what changed"))
    messages.warning(request, format_html("{} {}", words, link))


def follow_published(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Cut a published source anew; take what a published translation says."""
    if not instance.alias_of_id:
        renew_source(instance)
        take_over(instance)


class TranslationsMenuItem(MenuItem):
    """Shown to those whom the view lets in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the right that guards the view."""
        return bool(request.user.has_perm(RIGHT))


def own_report(request: HttpRequest, items: list[MenuItem]) -> None:
    """Put the report of translations that counts changed sources in the place of the package's."""
    theirs = reverse("wagtail_localize:translations_report")
    items[:] = [one for one in items if one.url != theirs]


def translations_menu_item() -> MenuItem:
    """Put it into the menu of reports."""
    return TranslationsMenuItem(
        gettext_lazy("Translations"),
        reverse("translations"),
        name="our-translations",
        icon_name="wagtail-localize-language",
        order=9000,
    )
