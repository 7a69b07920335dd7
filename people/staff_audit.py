"""The staff audit as it is read: rows in words, what it can be narrowed by, and the file."""

import csv
import datetime
import io
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext as _

from people.choices import Deed
from people.models import StaffAction, User
from people.permissions import accounts_seen_by, is_law_enforcement
from people.spreadsheets import BYTE_ORDER_MARK, safe_cell

ERASED = "erased"
# What is said about these names a cohort, and a police auditor reads of no protected one.
ABOUT_COHORTS = {
    Deed.READ_COHORT,
    Deed.MADE_CODES,
    Deed.PRINTED_CARDS,
    Deed.WITHDREW_CODE,
    Deed.MADE_CARD,
    Deed.GAVE_RIGHT,
    Deed.TOOK_RIGHT,
}


@dataclass(frozen=True)
class Line:
    """One deed in words."""

    hour: datetime.datetime
    who: str
    what: str
    about: str


@dataclass(frozen=True)
class Names:
    """What accounts are called for one reader; one query for those there are, one for those that may be met."""

    there: frozenset[uuid.UUID]
    met: dict[uuid.UUID, str]

    @classmethod
    def for_reader(cls, reader: User, ids: Iterable[uuid.UUID]) -> "Names":
        """Look up the names of some accounts."""
        ids = set(ids)
        there = User.objects.filter(pk__in=ids).values_list("pk", flat=True)
        met = accounts_seen_by(reader).filter(pk__in=ids).values_list("pk", "handle")
        return cls(frozenset(there), dict(met))

    def of(self, account: uuid.UUID) -> str:
        """Return the handle, or a word for an account that is gone or must not be named."""
        if account not in self.there:
            return _("an account that was erased")
        return self.met.get(account) or _("a colleague who is not named")


def narrowed(actions: QuerySet[StaffAction], *, month: str, person: str) -> QuerySet[StaffAction]:
    """Keep the deeds of a month (2026-03) and of a person (an id, or `erased`); empty ones keep all.

    Raises ValueError for anything else.
    """
    if month:
        first = datetime.datetime.strptime(month, "%Y-%m").replace(tzinfo=timezone.get_current_timezone())
        actions = actions.filter(happened_at__gte=first, happened_at__lt=_next_month(first))
    if person == ERASED:
        actions = actions.exclude(by__in=User.objects.values("pk"))
    elif person:
        actions = actions.filter(by=uuid.UUID(person))
    return actions


def months_of(actions: QuerySet[StaffAction]) -> list[datetime.datetime]:
    """Return the months in which something happened, newest first; one query."""
    return list(
        actions.order_by().annotate(m=TruncMonth("happened_at")).values_list("m", flat=True).distinct().order_by("-m")
    )


def people_of(actions: QuerySet[StaffAction], reader: User) -> list[tuple[str, str]]:
    """Return whom the deeds can be narrowed by, as value and name: those who may be named, and all erased at once."""
    ids = set(actions.order_by().values_list("by", flat=True).distinct())
    names = Names.for_reader(reader, ids)
    found = sorted(((str(pk), handle) for pk, handle in names.met.items()), key=lambda one: one[1])
    return found + ([(ERASED, _("an account that was erased"))] if ids - names.there else [])


def lines_of(actions: Iterable[StaffAction], reader: User) -> list[Line]:
    """Return deeds in words for one reader; two queries however many."""
    actions = list(actions)
    names = Names.for_reader(reader, (one.by for one in actions))
    hides_cohorts = is_law_enforcement(reader)
    return [
        Line(
            hour=one.happened_at,
            who=names.of(one.by),
            what=one.get_deed_display(),
            about="" if hides_cohorts and one.deed in ABOUT_COHORTS else one.about,
        )
        for one in actions
    ]


def audit_csv(actions: Iterable[StaffAction], reader: User) -> str:
    """Return the deeds as a file for spreadsheets, whose cells nothing runs."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Hour"), _("Who"), _("What"), _("About")])
    for line in lines_of(actions, reader):
        hour = timezone.localtime(line.hour).strftime("%Y-%m-%d %H:00")
        writer.writerow([safe_cell(cell) for cell in (hour, line.who, line.what, line.about)])
    return BYTE_ORDER_MARK + out.getvalue()


def _next_month(first: datetime.datetime) -> Any:
    return (first + datetime.timedelta(days=32)).replace(day=1)
