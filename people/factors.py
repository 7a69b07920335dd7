"""Second factors: who has which, and what allauth must not remember of them."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_used

from people.models import User

APP, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN


def kinds_of(user: User) -> set[str]:
    """Return the kinds of second factor an account has; one query."""
    return set(Authenticator.objects.filter(user=user, type__in=(APP, PASSKEY)).values_list("type", flat=True))


def forget_times(*, user: User, authenticator: Authenticator, **told: Any) -> None:
    """Take back the moment of a learner's use that allauth has just written; of the making, keep the month.

    allauth offers no other place for it than its signals. Staff times may be kept.
    """
    if user.is_staff:
        return
    made = authenticator.created_at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    authenticator.last_used_at, authenticator.created_at = None, made
    Authenticator.objects.filter(pk=authenticator.pk).update(last_used_at=None, created_at=made)


def listen() -> None:
    """Ask allauth to be told, once at start."""
    for news in (authenticator_added, authenticator_used):
        news.connect(forget_times, dispatch_uid="people.factors.forget_times")
