"""What technical administrators do to accounts: make, change, close and open them. Each deed is recorded."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction

from people.actions import RECOVERY_PURPOSE
from people.audit import record
from people.choices import Deed, WayIn
from people.codes import code_digest, grouped, random_code
from people.models import Audience, Organisation, RecoveryCode, User
from people.permissions import is_protected

# How long a new member of staff has to come in for the first time.
FIRST_DAYS = 7


@transaction.atomic
def make_staff_account(
    handle: str,
    *,
    audience: Audience,
    organisation: Organisation | None,
    groups: Iterable[Group],
    is_superuser: bool,
    by: User,
    on: datetime.date,
) -> tuple[User, str]:
    """Make an account without a password and return it with the one-time code that opens it once."""
    groups = list(groups)
    user = User.objects.create_user(
        handle,
        audience=audience,
        organisation=organisation,
        is_superuser=is_superuser,
        is_staff=is_superuser or bool(groups),
    )
    user.groups.set(groups)
    record(by, Deed.MADE_ACCOUNT, told(user))
    return user, _new_code(user, on)


@transaction.atomic
def change_staff_account(user: User, *, groups: Iterable[Group], by: User, **fields: Any) -> None:
    """Change handle, audience, organisation, administration and roles; the last role taken away ends being staff."""
    groups = list(groups)
    is_superuser = fields.get("is_superuser", user.is_superuser)
    User.objects.filter(pk=user.pk).update(is_staff=is_superuser or bool(groups), **fields)
    user.groups.set(groups)
    record(by, Deed.CHANGED_ACCOUNT, told(user))


@transaction.atomic
def close_account(user: User, *, by: User) -> bool:
    """Let nobody sign in to the account any more, and end its sessions at once; False where it was closed before."""
    moved = User.objects.filter(pk=user.pk, is_active=True).update(is_active=False)
    user.sessions.all().delete()
    if moved:
        record(by, Deed.CLOSED_ACCOUNT, told(user))
    return bool(moved)


@transaction.atomic
def open_account(user: User, *, by: User) -> bool:
    """Let somebody sign in again; False where the account was open before."""
    moved = User.objects.filter(pk=user.pk, is_active=False).update(is_active=True)
    if moved:
        record(by, Deed.OPENED_ACCOUNT, told(user))
    return bool(moved)


@transaction.atomic
def renew_first_code(user: User, *, by: User, on: datetime.date) -> str:
    """Return a new one-time code for a member of staff; the old password and all sessions end.

    The second factor stays, so that the code alone lets nobody through a staff door.
    """
    User.objects.filter(pk=user.pk).update(password=make_password(None))
    user.sessions.all().delete()
    record(by, Deed.CHANGED_ACCOUNT, told(user))
    return _new_code(user, on)


def told(user: User) -> User | str:
    """Return what the audit may say of an account: a colleague, but nobody protected and no learner."""
    return user if user.is_staff and not is_protected(user) else ""


def _new_code(user: User, on: datetime.date) -> str:
    user.recovery_codes.all().delete()
    code = random_code()
    RecoveryCode.objects.create(
        user=user,
        kind=WayIn.CARD,
        digest=code_digest(settings.CODE_KEY, RECOVERY_PURPOSE, code),
        expires_on=on + datetime.timedelta(days=FIRST_DAYS),
    )
    return grouped(code)
