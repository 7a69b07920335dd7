"""The named accounts: one password, and a second factor for whoever has rights."""

import datetime
import time
from dataclasses import dataclass

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.hashers import check_password, make_password

from config.demonstration import keys
from config.demonstration.cast import ACCOUNTS, ORGANISATIONS, Account
from people.actions import grant_role, month_of
from people.models import Audience, Organisation, User
from people.permissions import roles_of


class HandleTakenError(Exception):
    """A handle of the demonstration belongs to a real account."""


@dataclass(frozen=True)
class SignIn:
    """How to sign in to one account; `code` is the present one of its second factor, empty where it has none."""

    handle: str
    about: str
    code: str


def make_organisations() -> None:
    """Make the example organisations that are missing, those above first."""
    rows: dict[str | None, Organisation | None] = {None: None}
    for name, kind, above in ORGANISATIONS:
        rows[name], _made = Organisation.objects.get_or_create(name=name, kind=kind, parent=rows[above])


def make_accounts(today: datetime.date) -> dict[str, User]:
    """Make the named accounts that are missing, mend passwords and second factors, and return all by handle."""
    held = {user.handle: user for user in User.objects.filter(handle__in=[one.handle for one in ACCOUNTS])}
    for user in held.values():
        if not user.is_demonstration:
            raise HandleTakenError(user.handle)
    sealed = _sealed_password(list(held.values()))
    found = {}
    for account in ACCOUNTS:
        user = held.get(account.handle) or _make_account(account, sealed, today)
        if user.password != sealed:
            User.objects.filter(pk=user.pk).update(password=sealed)
        for role in account.roles:
            if role.value not in roles_of(user):
                grant_role(user, role)
        found[account.handle] = user
    _make_second_factors(found)
    return found


def _sealed_password(users: list[User]) -> str:
    """Return the one hash all accounts share: hashing is slow on purpose, so it is done once and kept while it fits."""
    plain = keys.password()
    if users and check_password(plain, users[0].password):
        return users[0].password
    return make_password(plain)


def _make_account(account: Account, sealed: str, today: datetime.date) -> User:
    return User.objects.create(
        handle=account.handle,
        password=sealed,
        audience=Audience.objects.get(code=account.audience),
        organisation=Organisation.objects.filter(name=account.organisation).first(),
        joined_in=month_of(today),
        is_demonstration=True,
        is_staff=account.is_administrator,
        is_superuser=account.is_administrator,
    )


def _make_second_factors(users: dict[str, User]) -> None:
    wanted = [users[account.handle] for account in ACCOUNTS if account.has_second_factor]
    held = {one.user_id: one for one in Authenticator.objects.filter(user__in=wanted, type=Authenticator.Type.TOTP)}
    for user in wanted:
        secret, factor = keys.totp_secret(user.handle), held.get(user.pk)
        if factor is not None and decrypt(factor.data["secret"]) == secret:
            continue
        Authenticator.objects.update_or_create(
            user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": encrypt(secret)}}
        )


def code_of(handle: str) -> str | None:
    """Return the present code of a demonstration account's second factor, None where it has none."""
    factor = Authenticator.objects.filter(
        user__handle=handle, user__is_demonstration=True, type=Authenticator.Type.TOTP
    ).first()
    if factor is None:
        return None
    counter = int(time.time()) // mfa_settings.TOTP_PERIOD
    return format_hotp_value(hotp_value(decrypt(factor.data["secret"]), counter))


def sign_ins() -> list[SignIn]:
    """Return how to sign in to every named account, with the codes of this moment."""
    return [SignIn(account.handle, account.about, code_of(account.handle) or "") for account in ACCOUNTS]
