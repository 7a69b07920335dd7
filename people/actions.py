"""What can be done to accounts."""

import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils.functional import Promise

from people.choices import Role, WayIn
from people.codes import code_digest, grouped, random_code
from people.handles import tidy, with_suffix
from people.models import Audience, Organisation, RecoveryCode, User

RECOVERY_CODES = 8
RECOVERY_PURPOSE = "recovery"
HANDLE_TRIES = 5


def month_of(day: datetime.date) -> datetime.date:
    """Return the first day of the month of `day`."""
    return day.replace(day=1)


def create_learner(
    handle: str,
    password: str,
    *,
    language: str,
    audience: Audience,
    organisation: Organisation | None,
    notice: str,
    on: datetime.date,
) -> User:
    """Make a learner's account; the handle gets three random signs, so it is never "taken".

    Raises IntegrityError only when five random endings in a row exist already.
    """
    for attempt in range(HANDLE_TRIES):
        try:
            with transaction.atomic():
                return User.objects.create_user(
                    with_suffix(tidy(handle)),
                    password,
                    language=language,
                    audience=audience,
                    organisation=organisation,
                    joined_in=month_of(on),
                    notice_version=notice,
                )
        except IntegrityError:
            if attempt == HANDLE_TRIES - 1:
                raise
    raise AssertionError("unreachable")


@transaction.atomic
def issue_recovery_codes(user: User) -> list[str]:
    """Replace the account's recovery codes by eight new ones and return them; this is the only time they are seen."""
    user.recovery_codes.all().delete()
    codes = [random_code() for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, digest=code_digest(settings.CODE_KEY, RECOVERY_PURPOSE, code)) for code in codes
    )
    return [grouped(code) for code in codes]


def recover(handle: str, code: str, password: str) -> User | None:
    """Spend a recovery code and set a new password; None where handle and code do not belong together.

    The code is deleted by a conditional statement: of two uses at once one wins.
    """
    digest = code_digest(settings.CODE_KEY, RECOVERY_PURPOSE, code)
    with transaction.atomic():
        row = RecoveryCode.objects.select_related("user").filter(digest=digest).first()
        if row is None or row.user.handle != tidy(handle) or not row.user.is_active or _is_closed_to_staff(row):
            return None
        spent, _details = RecoveryCode.objects.filter(pk=row.pk).delete()
        if not spent:
            return None
        row.user.set_password(password)
        row.user.save(update_fields=["password"])
        return row.user


def _is_closed_to_staff(row: RecoveryCode) -> bool:
    """Tell whether staff hold this code: they come in by one for the first time only, with the card made for that."""
    return row.user.is_staff and (row.kind != WayIn.CARD or row.user.has_usable_password())


def grant_role(user: User, role: Role | Promise | str) -> None:
    """Give a site-wide role; it opens the staff door, behind a second factor."""
    group, _made = Group.objects.get_or_create(name=str(Role(role).value))
    user.groups.add(group)
    if not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])


def remember_language(user: User, language: str) -> None:
    """Keep the language the person chose."""
    User.objects.filter(pk=user.pk).exclude(language=language).update(language=language)
