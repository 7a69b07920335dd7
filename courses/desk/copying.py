"""Copies of a whole course: the pages in it, in every language, each copy the translation of the other copies."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from people.models import User


@dataclass(frozen=True)
class CopyOrder:
    """What an author asked for: below which page, under which title and address, with what is in it, live or as drafts."""

    below: Page
    title: str
    slug: str
    with_pages: bool
    keep_live: bool


@transaction.atomic
def copy_in_all_languages(page: Page, order: CopyOrder, *, by: User) -> Page:
    """Copy a page with what is in it and all its translations, all or nothing; return the copy.

    The languages of the copy belong together as those of the original do: an alias becomes an alias of the copy, a
    translation a copy of its own. A language in which the place to copy to has no page is left out. What people have
    finished, steps and tests stay with the original. Raises PermissionDenied where `by` may not copy there.
    """
    action = CopyPageAction(
        page=page,
        to=order.below,
        update_attrs={"title": order.title, "slug": order.slug},
        recursive=order.with_pages,
        keep_live=order.keep_live,
        user=by,
    )
    made: Page = action.execute()
    originals = page.get_descendants(inclusive=True) if order.with_pages else Page.objects.filter(pk=page.pk)
    copies = made.get_descendants(inclusive=True)
    for original, copy in zip(originals.order_by("path"), copies.order_by("path"), strict=True):
        _copy_translations(original, copy, order, by)
    return Page.objects.get(pk=made.pk).specific


def _copy_translations(original: Page, copy: Page, order: CopyOrder, by: User) -> None:
    above = {one.locale_id: one for one in copy.get_parent().get_translations()}
    for translation in original.get_translations().order_by("pk"):
        below = above.get(translation.locale_id)
        if below is None:
            continue
        if translation.alias_of_id:
            copy.specific.copy_for_translation(translation.locale, alias=True)
            continue
        CopyPageAction(
            page=translation,
            to=below,
            update_attrs={
                "translation_key": copy.translation_key,
                "slug": find_available_slug(below, copy.slug),
            },
            keep_live=order.keep_live,
            user=by,
        ).execute(skip_permission_checks=True)
