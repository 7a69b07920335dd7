"""Who may translate what: the right to translate at all, and the right to edit the page in that language."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from wagtail.admin.auth import require_admin_access
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

RIGHT = "wagtail_localize.submit_translation"


def staff_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view that stands in front of Wagtail's addresses be entered as those are: by staff, who are told a refusal."""
    return wraps(view)(require_admin_access(view))


def languages_open_to(user: Any, page: Page) -> QuerySet[Locale]:
    """Return the languages into which an account may bring a page: where it may edit the page, or add it.

    A few queries for each language.
    """
    if not user.has_perm(RIGHT):
        return Locale.objects.none()
    there = {one.locale_id: one for one in page.get_translations(inclusive=True)}
    above = page.get_parent()
    beside = {one.locale_id: one for one in above.get_translations()} if above and not above.is_root() else {}
    open_to = []
    for locale in Locale.objects.all():
        own, parent = there.get(locale.pk), beside.get(locale.pk)
        if own is not None:
            may = own.permissions_for_user(user).can_edit()
        else:
            may = parent is not None and parent.permissions_for_user(user).can_add_subpage()
        if may:
            open_to.append(locale.pk)
    return Locale.objects.filter(pk__in=open_to)


def translation_for(user: Any, translation_id: int) -> Translation:
    """Return a translation whose page the account may edit; to all others it does not exist."""
    found = Translation.objects.filter(pk=translation_id).select_related("source", "target_locale").first()
    if found is None or not user.has_perm(RIGHT):
        raise Http404
    page = target_of(found)
    if page is None or not page.permissions_for_user(user).can_edit():
        raise Http404
    return found


def target_of(translation: Translation) -> Page | None:
    """Return the page a translation makes, None where it has gone."""
    return Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id
    ).first()
