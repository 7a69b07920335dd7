"""Count whether a lesson was clear, each person once and without a name. The rule stands in docs/rules/clearness.md."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Sum

from courses.choices import Clearness
from courses.models import ClearnessAsked, ClearnessCount
from people.permissions import is_protected

# No figure on fewer people, and no two that differ by fewer.
TOGETHER = 10


@transaction.atomic
def say_clear(learner: Any, lesson_key: UUID, answer: Clearness) -> bool:
    """Count an answer about a lesson; True for the first one somebody gives, False for every repeat.

    A demonstration or synthetic account is nobody: it is answered alike and not counted.
    """
    _row, is_first = ClearnessAsked.objects.get_or_create(learner=learner, lesson_key=lesson_key)
    if is_first and not (learner.is_demonstration or learner.is_synthetic):
        _count({"lesson_key": lesson_key, "is_protected": is_protected(learner)}, answer)
    return is_first


def _count(place: dict[str, Any], answer: Clearness) -> None:
    """Let an answer wait, and give out all that waits once ten people are together."""
    ClearnessCount.objects.get_or_create(**place, answer=answer)
    rows = ClearnessCount.objects.filter(**place)
    # All rows of the lesson are locked in one order, or two people at once could each wait for the other's.
    waiting = sum(row.waiting for row in rows.select_for_update().order_by("pk"))
    rows.filter(answer=answer).update(waiting=F("waiting") + 1)
    if waiting + 1 >= TOGETHER:
        rows.update(shown=F("shown") + F("waiting"), waiting=0)


def clearness_of(lesson_keys: list[UUID] | None = None, *, with_protected: bool = True) -> dict[UUID, dict[str, int]]:
    """Return by lesson how many people gave each answer, as far as it may be shown; one query. For the gate alone."""
    rows = ClearnessCount.objects.filter(shown__gt=0)
    if lesson_keys is not None:
        rows = rows.filter(lesson_key__in=lesson_keys)
    if not with_protected:
        rows = rows.filter(is_protected=False)
    found: dict[UUID, dict[str, int]] = {}
    for key, answer, number in rows.values_list("lesson_key", "answer").annotate(number=Sum("shown")):
        found.setdefault(key, {})[answer] = number
    return found
