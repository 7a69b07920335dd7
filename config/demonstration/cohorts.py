"""The cohorts of the demonstration, their staff and the codes to join them."""

import datetime
import uuid

from config.curriculum.writing.blocks import identity
from config.demonstration.cast import ACCOUNTS, COHORTS, CohortPart
from config.demonstration.days import cohort_start, last_round
from courses.actions import create_join_code, plain_join_code
from courses.models import Cohort, CohortStaff, JoinCode, Programme
from people.codes import grouped
from people.models import Audience, Organisation, User

SEATS, VALID_DAYS = 30, 90


def cohort_id(name: str) -> uuid.UUID:
    """Return the fixed id by which a demonstration cohort is found again, whatever it is called by now."""
    return identity(f"demonstration cohort {name}")


def make_cohorts(today: datetime.date) -> dict[str, Cohort]:
    """Make the cohorts that are missing, bring their first day up to date, and return them by name."""
    held = Cohort.objects.in_bulk([cohort_id(part.name) for part in COHORTS])
    found = {}
    for part in COHORTS:
        starts_on = last_round(today)["intake"] if part.is_last_year else cohort_start(today)
        cohort = held.get(cohort_id(part.name)) or _make_cohort(part, starts_on)
        if cohort.starts_on != starts_on:
            Cohort.objects.filter(pk=cohort.pk).update(starts_on=starts_on)
        found[part.name] = cohort
        if part.has_code and not JoinCode.objects.usable(today).filter(cohort=cohort).exists():
            create_join_code(cohort, seats=SEATS, expires_on=today + datetime.timedelta(days=VALID_DAYS))
    return found


def _make_cohort(part: CohortPart, starts_on: datetime.date) -> Cohort:
    return Cohort.objects.create(
        pk=cohort_id(part.name),
        name=part.name,
        programme=Programme.objects.get(slug=part.programme),
        audience=Audience.objects.get(code=part.audience),
        organisation=Organisation.objects.filter(name=part.organisation).first(),
        starts_on=starts_on,
        is_open=part.is_open,
    )


def give_rights(users: dict[str, User], cohorts: dict[str, Cohort]) -> None:
    """Let trainers look after their cohorts, the first synthetic one of an audience included ("police*")."""
    pool = dict(cohorts)
    for cohort in Cohort.objects.filter(is_synthetic=True).select_related("audience").order_by("-name"):
        pool[f"{cohort.audience.code}*"] = cohort
    wanted = {(users[account.handle].pk, pool[name].pk): role for account in ACCOUNTS for name, role in account.rights}
    held = set(CohortStaff.objects.filter(user__in=users.values()).values_list("user_id", "cohort_id"))
    CohortStaff.objects.bulk_create(
        CohortStaff(user_id=user, cohort_id=cohort, role=role)
        for (user, cohort), role in wanted.items()
        if (user, cohort) not in held
    )


def usable_codes(today: datetime.date) -> list[tuple[Cohort, str]]:
    """Return each cohort that can be joined by a code, with one code that is usable now."""
    codes = JoinCode.objects.usable(today).filter(cohort__in=[cohort_id(part.name) for part in COHORTS])
    found = {code.cohort: grouped(plain_join_code(code)) for code in codes.select_related("cohort__audience")}
    return sorted(found.items(), key=lambda pair: pair[0].name)
