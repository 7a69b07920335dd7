"""Pages stand in the same order, and go together, in all languages."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page


@transaction.atomic
def follow_place(page: Page) -> None:
    """Put every translation of a page where its source stands now: into the same parent, before the same neighbour.

    A reader who changes language stays on the page by its address, so a lesson cannot stand in another module there.
    """
    after = list(
        page.get_siblings(inclusive=False).filter(path__gt=page.path).values_list("translation_key", flat=True)
    )
    for one in page.get_translations():
        parent = page.get_parent().get_translation_or_none(one.locale)
        if parent is None:
            continue
        there = dict(parent.get_children().exclude(pk=one.pk).values_list("translation_key", "pk"))
        following = next((there[key] for key in after if key in there), None)
        if following is not None:
            one.move(Page.objects.get(pk=following), pos="left")
        else:
            one.move(Page.objects.get(pk=parent.pk), pos="last-child")


def go_along(pages: Iterable[Page], action: str) -> dict[Page, list[Page]]:
    """Return what is deleted together with some pages: whatever only mirrors them.

    Without its source a mirror would stay as a page of its own that speaks the wrong language. One that holds a page with
    words of its own is left.
    """
    return {page: _mirrors_of(page) for page in pages} if action == "delete" else {}


def _mirrors_of(page: Page) -> list[Page]:
    found = Page.objects.filter(alias_of=page.pk)
    return [one for one in found if not one.get_descendants().filter(alias_of=None).exists()]


def follow_moved(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Let translations follow a page of the source's language that was moved or put in another order."""
    if instance.locale_id == Locale.get_default().pk:
        follow_place(Page.objects.get(pk=instance.pk))
