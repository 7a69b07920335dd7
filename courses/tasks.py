"""What the worker does for courses; takes ids, safe to run twice."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from courses.translation.actions import OldTranslationError, begin
from courses.translation.keeping import keep
from courses.translation.permissions import languages_open_to
from people.models import User

# A page takes a quarter of a second, and a job is ended after two minutes.
AT_ONCE = 100


def begin_below(page_id: int, locale_ids: list[int], user_id: str) -> int:
    """Begin the translation of every page below one, each by itself; return how many were begun.

    A page that says something of its own in a language, or that the account may not edit there, is left as it is.
    """
    user, above = User.objects.filter(pk=user_id, is_active=True).first(), Page.objects.filter(pk=page_id).first()
    if user is None or above is None:
        return 0
    begun = 0
    for page in above.get_descendants().filter(alias_of__isnull=True).specific():
        mine = languages_open_to(user, page)
        own = page.get_translations().filter(alias_of__isnull=True).values("locale")
        locales = list(Locale.objects.filter(pk__in=locale_ids).filter(pk__in=mine).exclude(pk__in=own))
        try:
            begun += len(begin(page, locales, by=user)) if locales else 0
        except OldTranslationError:
            continue
    return begun


def keep_translations() -> int:
    """Put pages that were translated elsewhere under watch, some at a time; return how many were new."""
    watched = Translation.objects.filter(source__object=OuterRef("translation_key"), target_locale=OuterRef("locale"))
    pages = Page.objects.filter(alias_of__isnull=True, depth__gt=2).exclude(locale=Locale.get_default())
    kept = 0
    for page in pages.exclude(Exists(watched)).order_by("path"):
        with transaction.atomic():
            kept += keep(page) is not None
        if kept == AT_ONCE:
            break
    return kept
