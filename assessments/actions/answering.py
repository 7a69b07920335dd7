"""Saving answers: only ever added, and "saved" is only said of what is committed."""

import datetime
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F

from assessments.choices import SittingState, Timing
from assessments.models import Item, Response, Sitting
from assessments.prepared import add, lock
from assessments.timing import TIMINGS, Clock, Moment, moment

PAGE_STRIDE = 1_000_000


@dataclass(frozen=True)
class Saved:
    """What became of an answer: the moment it was first committed, whether another one stands instead, and its timing.

    A LATE one is kept, and counts only once whoever opened the room accepts it.
    """

    at: datetime.datetime
    is_overtaken: bool
    timing: Timing = Timing.ON_TIME


class SittingClosedError(Exception):
    """The sitting has ended and takes no answer any more, not even a late one."""


@transaction.atomic
def open_page(sitting: Sitting) -> int:
    """Give a page its number, from which the sequence of its answers starts.

    The row stays locked between the count and the reading, so that two pages opened at once cannot tie.
    """
    Sitting.objects.filter(pk=sitting.pk).update(pages_opened=F("pages_opened") + 1)
    sitting.refresh_from_db(fields=["pages_opened"])
    return sitting.pages_opened * PAGE_STRIDE


def save_answer(
    sitting: Sitting, item: Item, answer: str, *, sequence: int, come_back: bool, at: datetime.datetime
) -> Saved:
    """Add an answer that arrived `at`; two statements. Saving the same one again changes nothing, also after the end.

    Raises SittingClosedError where the sitting takes no answer any more.
    """
    new = Response(sitting=sitting, item=item, answer=answer, come_back=come_back, sequence=sequence, saved_at=at)
    try:
        return _save(new)
    except IntegrityError:
        # The same sequence was committed while this one waited for the row: read again, it is there.
        return _save(new)


@transaction.atomic
def _save(new: Response) -> Saved:
    """Judge and add, with the sitting's row locked: no answer slips in behind a submission or a closed room."""
    found = lock(new)
    if found is None:
        raise SittingClosedError
    is_behind = found.newest is not None and found.newest > new.sequence
    if found.same_at is not None:
        # A page fetched from a browser's history sends its old number with a new answer: that one is not saved.
        is_other = (found.same_answer, bool(found.same_back)) != (new.answer, new.come_back)
        return Saved(found.same_at, is_behind or is_other, Timing(found.same_timing))
    clock = Clock(
        found.ends_at, found.ending, found.closed_at, found.late_accepted, found.state == SittingState.SUBMITTED
    )
    verdict = moment(clock, new.saved_at)
    if verdict is Moment.CLOSED:
        raise SittingClosedError
    new.timing = TIMINGS[verdict]
    add(new)
    return Saved(new.saved_at, is_behind, TIMINGS[verdict])
