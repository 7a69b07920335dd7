"""What can be done to accounts."""

import datetime

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils.functional import Promise

from people.audit import record
from people.choices import Deed, PrivacyClass, Role, WayIn
from people.codes import code_digest, grouped, random_code
from people.handles import tidy, with_suffix
from people.models import Audience, Organisation, RecoveryCode, User

RECOVERY_CODES = 8
CARD_DAYS = 7
RECOVERY_PURPOSE = "recovery"
HANDLE_TRIES = 5


def month_of(day: datetime.date) -> datetime.date:
    """Return the first day of the month of `day`."""
    return day.replace(day=1)


def create_learner(
    handle: str,
    hashed: str,
    *,
    language: str,
    audience: Audience,
    organisation: Organisation | None,
    notice: str,
    on: datetime.date,
) -> User:
    """Make a learner's account; the handle gets three random signs, so it is never "taken".

    `hashed` is the password as `make_password` returns it: hashed within a transaction, it would keep others waiting.
    Raises IntegrityError only when five random endings in a row exist already.
    """
    for attempt in range(HANDLE_TRIES):
        try:
            with transaction.atomic():
                return User.objects.create(
                    handle=with_suffix(tidy(handle)),
                    password=hashed,
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
    _hold(user)
    user.recovery_codes.filter(kind=WayIn.CODE).delete()
    codes = [random_code() for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=recovery_digest(code)) for code in codes)
    return [grouped(code) for code in codes]


@transaction.atomic
def make_card(learner: User, *, by: User, on: datetime.date) -> tuple[str, datetime.date]:
    """Make the card that lets a learner back in, and void the earlier ones; return its code and its last day.

    This is the only time the code is seen. The audit says who made a card, never for whom.
    """
    _hold(learner)
    learner.recovery_codes.filter(kind=WayIn.CARD).delete()
    code, last_day = random_code(), on + datetime.timedelta(days=CARD_DAYS)
    RecoveryCode.objects.create(user=learner, kind=WayIn.CARD, digest=recovery_digest(code), expires_on=last_day)
    record(by, Deed.MADE_CARD, learner)
    return grouped(code), last_day


def recovery_digest(code: str) -> str:
    """Return the digest under which a recovery code or a card is held."""
    return code_digest(settings.CODE_KEY, RECOVERY_PURPOSE, code)


def are_recovery_codes_of(user: User, codes: list[str]) -> bool:
    """Tell whether each of these, and at least one, is a recovery code of the account's own that is still good."""
    digests = {recovery_digest(code) for code in codes}
    return bool(digests) and user.recovery_codes.filter(kind=WayIn.CODE, digest__in=digests).count() == len(digests)


def _hold(user: User) -> None:
    """Let whoever changes the ways into one account at the same moment wait: two cards made at once leave one."""
    User.objects.select_for_update().filter(pk=user.pk).first()


def recover(handle: str, code: str, password: str, *, on: datetime.date) -> User | None:
    """Spend a recovery code or a card and set a new password; None where handle and code do not belong together.

    The code is deleted by a conditional statement: of two uses at once one wins. Cards that still lie about are void
    from then on; the learner's own codes stay.
    """
    digest = recovery_digest(code)
    if not RecoveryCode.objects.usable(on).filter(digest=digest).exists():
        return None
    # Before the transaction: hashing takes its time, and nobody could save an answer meanwhile.
    hashed = make_password(password)
    with transaction.atomic():
        row = RecoveryCode.objects.usable(on).select_related("user").filter(digest=digest).first()
        if row is None or row.user.handle != tidy(handle) or not row.user.is_active or _is_closed_to_staff(row):
            return None
        spent, _details = RecoveryCode.objects.filter(pk=row.pk).delete()
        if not spent:
            return None
        row.user.recovery_codes.filter(kind=WayIn.CARD).delete()
        row.user.password = hashed
        row.user.save(update_fields=["password"])
        return row.user


def _is_closed_to_staff(row: RecoveryCode) -> bool:
    """Tell whether staff hold this code: they come in by one for the first time only, with the card made for that."""
    return row.user.is_staff and (row.kind != WayIn.CARD or row.user.has_usable_password())


class ProtectedStaffError(Exception):
    """A protected account holds no site-wide role: all staff, police among them, would meet its handle in histories."""


def grant_role(user: User, role: Role | Promise | str) -> None:
    """Give a site-wide role; it opens the staff door, behind a second factor. Raises ProtectedStaffError."""
    if user.privacy_class == PrivacyClass.PROTECTED:
        raise ProtectedStaffError
    group, _made = Group.objects.get_or_create(name=str(Role(role).value))
    user.groups.add(group)
    if not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])


def remember_language(user: User, language: str) -> None:
    """Keep the language the person chose."""
    User.objects.filter(pk=user.pk).exclude(language=language).update(language=language)


def remember_month(user: User, on: datetime.date) -> None:
    """Keep the month of somebody's last visit; writes once in a month."""
    month = month_of(on)
    if user.active_in != month:
        User.objects.filter(pk=user.pk).update(active_in=month)
