"""Rules for passwords, each with a sentence that says what to do."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils.translation import gettext as _

from people.breaches import is_breached

MIN_LENGTH = 10
PRODUCT_WORDS = ("threetwoone", "three-two-one", "三二一", "321321321")


class LengthValidator:
    """Refuses a password of fewer than ten signs."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError for a short password."""
        if len(password) < MIN_LENGTH:
            raise ValidationError(
                _(
                    "The password is too short. Use 10 signs or more; four plain words in a row are easy to keep in mind."
                ),
                code="password_too_short",
            )

    def get_help_text(self) -> str:
        """Return the rule in one sentence."""
        return _("10 signs or more.")


@cache
def common_passwords() -> frozenset[str]:
    """Return the 20,000 frequent passwords that Django ships, read once."""
    return frozenset(CommonPasswordValidator().passwords)


class CommonValidator:
    """Refuses passwords that everybody tries first, and the product's own words."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError for a common password."""
        plain = password.casefold().strip()
        if plain in common_passwords() or any(word in plain for word in PRODUCT_WORDS) or len(set(plain)) < 4:
            raise ValidationError(
                _("Many people use this password, so it is the first that is tried. Choose another."),
                code="password_too_common",
            )

    def get_help_text(self) -> str:
        """Return the rule in one sentence."""
        return _("Not one that many people use.")


class HandleValidator:
    """Refuses a password that contains the handle, or the other way round."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError where handle and password resemble each other."""
        handle = getattr(user, "handle", "") or ""
        plain = password.casefold()
        if len(handle) > 3 and (handle in plain or plain in handle):
            raise ValidationError(
                _("The password is too much like your name on this site. Choose another."),
                code="password_too_similar",
            )

    def get_help_text(self) -> str:
        """Return the rule in one sentence."""
        return _("Not your name on this site.")


class BreachedValidator:
    """Refuses passwords of the operator's own list of leaked ones (`BREACHED_PASSWORDS`); without a list, none."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError for a leaked password, ImproperlyConfigured where the list cannot be read."""
        if not settings.BREACHED_PASSWORDS:
            return
        try:
            found = is_breached(password, Path(settings.BREACHED_PASSWORDS))
        except OSError as error:
            raise ImproperlyConfigured("BREACHED_PASSWORDS names a file that cannot be read.") from error
        if found:
            raise ValidationError(
                _("This password has leaked somewhere before, so thieves try it. Choose another."),
                code="password_breached",
            )

    def get_help_text(self) -> str:
        """Return the rule in one sentence."""
        return _("Not one that has leaked before.")
