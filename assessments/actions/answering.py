"""Saving answers: only ever added, and "saved" is only said of what is committed."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from assessments.choices import SittingState
from assessments.models import Item, Response, Sitting

PAGE_STRIDE = 1_000_000


@dataclass(frozen=True)
class Saved:
    """What became of an answer: the moment it was committed, and whether another one stands instead."""

    at: datetime.datetime
    is_overtaken: bool


class SittingClosedError(Exception):
    """The sitting was submitted, or its time is over: no answer is taken any more."""


@transaction.atomic
def open_page(sitting: Sitting) -> int:
    """Give a page its number, from which the sequence of its answers starts.

    The row stays locked between the count and the reading, so that two pages opened at once cannot tie.
    """
    Sitting.objects.filter(pk=sitting.pk).update(pages_opened=F("pages_opened") + 1)
    sitting.refresh_from_db(fields=["pages_opened"])
    return sitting.pages_opened * PAGE_STRIDE


@transaction.atomic
def save_answer(
    sitting: Sitting, item: Item, answer: str, *, sequence: int, come_back: bool, at: datetime.datetime
) -> Saved:
    """Add an answer; saving the same one again changes nothing. Raises SittingClosedError after the end.

    The state is read inside the transaction: no answer slips in behind a submission.
    """
    current = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if current.state != SittingState.OPEN or (current.ends_at is not None and at > current.ends_at):
        raise SittingClosedError
    row, _made = Response.objects.get_or_create(
        sitting=sitting,
        item=item,
        sequence=sequence,
        defaults={"answer": answer, "come_back": come_back, "saved_at": at},
    )
    newer = Response.objects.filter(sitting=sitting, item=item, sequence__gt=sequence).exists()
    # A page fetched from a browser's history sends its old number with a new answer: that one is not saved.
    return Saved(row.saved_at, newer or (row.answer, row.come_back) != (answer, come_back))
