"""What allauth is told about accounts: sign-up is closed, guessing is slow, secrets are sealed, times are blurred."""

from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.handles import tidy
from people.limits import tries_key
from people.seals import seal, unseal
from people.shared import begin_stay

SITE = "Three-Two-One"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by joining a cohort, never by allauth's own form."""

    # Allauth's own words exist in few of our languages.
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("This name and this password do not belong together. Look at both again."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
        "incorrect_password": _("This is not your password. Type the one you sign in with."),
        "rate_limited": _("Too many tries. Wait a minute, then try again."),
    }
    _tries_anywhere: ratelimit.RateLimitUsage | None = None

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Close allauth's sign-up."""
        return False

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """Return the handle in small letters."""
        return username.strip().casefold()

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **details: Any) -> HttpResponse | None:
        """Remember whether the device is shared before any second factor is asked."""
        refused: HttpResponse | None = super().pre_login(request, user, **details)
        if refused is None:
            begin_stay(request)
        return refused

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Slow down guessing: few tries for a handle from one network, and a ceiling for the handle from everywhere.

        So nobody elsewhere can lock a person out with five wrong tries.
        """
        super().pre_authenticate(request, **credentials)
        handle = tidy(str(credentials.get("username", "")))
        self._tries_anywhere = ratelimit.consume(request, app="allauth.account", action="login_anywhere", key=handle)
        if not self._tries_anywhere:
            raise self.validation_error("too_many_login_attempts")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong tries by handle, however it is spelt, and network; the cache keeps a keyed digest of it."""
        return tries_key(request, str(credentials.get("username", "")))

    def _rollback_login_failed_rl_usage(self) -> None:
        super()._rollback_login_failed_rl_usage()
        if self._tries_anywhere:
            self._tries_anywhere.rollback()


class MFAAdapter(DefaultMFAAdapter):
    """Seals TOTP secrets with a key that stands outside the database; allauth would keep them readable."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That did not fit. Wait for the next digits, or use your passkey again."),
        "cannot_delete_authenticator": _(
            "Staff keep at least one second factor. Add a passkey or another app first, then remove this one."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Return the sealed text."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text that was sealed."""
        return unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last second factor of staff: they could not come in without one."""
        user = authenticator.user
        return not user.is_staff or Authenticator.objects.filter(user=user).exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """Return a name for a new passkey that says nothing."""
        return gettext("Passkey {number}").format(number=Authenticator.objects.filter(user=user, type=type).count() + 1)

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code of an app's key as a drawing inside the page; the policy allows no `data:` pictures."""
        return str(segno.make(url, error="m", micro=False).svg_inline(svgclass="qr", lineclass=None, light="#fff"))

    def _get_site_name(self) -> str:
        return SITE
