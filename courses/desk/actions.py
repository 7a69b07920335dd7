"""What authors and owners state about a page, and what a learner has seen of it."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from courses.models import ChangedPage, ChangeSeen, LessonChange, TextReview
from people.models import User


@transaction.atomic
def mark_changed(page: Page, *, note: str, by: User, on: datetime.date) -> LessonChange:
    """Mark what an author did to a lesson as substantial, once for all that waits to be published.

    The page of each language gets it from the day on which it is published with the change: at once where nothing of
    the marked page waits, otherwise with its next publication. Marked again before that, the note is the later one.
    """
    waits = page.has_unpublished_changes or not page.live
    held = ChangedPage.objects.filter(page=page, in_effect_on=None).select_related("change").first() if waits else None
    if held is not None:
        ChangedPage.objects.filter(pk=held.pk).update(note=note)
        return held.change
    change = LessonChange.objects.create(lesson_key=page.translation_key, marked_on=on)
    ChangedPage.objects.create(change=change, page=page, note=note, in_effect_on=None if waits else on)
    others = Page.objects.translation_of(page).filter(alias_of=None)
    ChangedPage.objects.bulk_create([ChangedPage(change=change, page=one) for one in others])
    log(instance=page, action="courses.mark_changed", user=by, data={"note": note})
    return change


def bring_into_effect(page: Page, *, on: datetime.date) -> int:
    """Let the marked changes of a page hold, now that it is published; return how many. A repeat moves nothing."""
    return int(ChangedPage.objects.filter(page_id=page.pk, in_effect_on=None).update(in_effect_on=on))


def see_changes(learner: Any, page: Page) -> None:
    """Keep that somebody has read a lesson as it is in this language now; one query where nothing was ever marked."""
    own = page.alias_of_id or page.pk
    changes = LessonChange.objects.filter(pages__page=own, pages__in_effect_on__isnull=False)
    ChangeSeen.objects.bulk_create(
        [ChangeSeen(learner=learner, change=change) for change in changes], ignore_conflicts=True
    )


@transaction.atomic
def mark_reviewed(pages: Iterable[Page], *, month: datetime.date, by: User) -> int:
    """State that a reader of the field has read translated pages as they are live; return how many there were.

    Raises ValueError for a page without a live text of its own: nothing is there that could have been read.
    """
    count = 0
    for page in pages:
        if not page.live or page.alias_of_id:
            raise ValueError(page)
        TextReview.objects.update_or_create(
            page=page, defaults={"revision_id": page.live_revision_id, "reviewed_in": month.replace(day=1)}
        )
        log(instance=page, action="courses.review", user=by, data={"month": f"{month:%Y-%m}"})
        count += 1
    return count
