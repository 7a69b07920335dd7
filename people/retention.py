"""How long accounts and the staff audit are kept; days in, counts out. The periods are settings."""

import datetime

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from people.choices import PrivacyClass
from people.erasure import erase
from people.models import RecoveryCode, StaffAction, User


def months_before(day: datetime.date, months: int) -> datetime.date:
    """Return the first day of the month so many months before that of `day`."""
    month = day.year * 12 + day.month - 1 - months
    return datetime.date(month // 12, month % 12 + 1, 1)


def erase_idle(on: datetime.date) -> int:
    """Erase protected learners who were last here more than so many whole months ago; return how many.

    Only months are known: somebody last seen in March goes in April of the next year, never before 12 months.
    Staff of the site is left out, and whoever never came counts from the month of joining.
    """
    last = months_before(on, settings.RETENTION["IDLE_MONTHS"])
    idle = Q(active_in__lt=last) | Q(active_in__isnull=True, joined_in__lt=last)
    gone = User.objects.filter(idle, privacy_class=PrivacyClass.PROTECTED, is_staff=False)
    gone = gone.filter(is_demonstration=False, is_synthetic=False)
    # All of them first: SQLite empties no log below a query that is still being read.
    people = list(gone)
    for user in people:
        erase(user)
    return len(people)


def forget_deeds(on: datetime.date) -> int:
    """Delete what staff did more than so many months ago; return how many rows went."""
    last = months_before(on, settings.RETENTION["AUDIT_MONTHS"])
    moment = timezone.make_aware(datetime.datetime.combine(last, datetime.time()))
    return StaffAction.objects.filter(happened_at__lt=moment).delete()[0]


def forget_cards(on: datetime.date) -> int:
    """Delete cards whose last day is past: they open nothing any more; return how many."""
    return RecoveryCode.objects.filter(expires_on__lt=on).delete()[0]
