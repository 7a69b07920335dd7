"""The record of what staff did: who, what, in which hour. Learners are never in it."""

from typing import Any

from django.utils import timezone

from people.choices import Deed
from people.models import StaffAction, User


def record(by: User, deed: Deed, about: Any = "") -> None:
    """Add one thing that `by` did to the staff audit; the same thing in the same hour is recorded once.

    `about` is a cohort, a programme, a member of staff or a word; a learner's account leaves it empty.
    """
    is_learner = isinstance(about, User) and not about.is_staff
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    row = {"happened_at": hour, "by": by.pk, "deed": deed, "about": "" if is_learner else str(about)[:120]}
    # Of two at the same moment both may be written: twice is true as well.
    if is_learner or not StaffAction.objects.filter(**row).exists():
        StaffAction.objects.create(**row)
