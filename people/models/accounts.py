"""Who there is: a handle, an audience, an organisation. Nothing that names a person."""

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.choices import PrivacyClass
from people.models.places import Audience, Organisation
from people.querysets import UserManager


class User(AbstractBaseUser, PermissionsMixin):
    """An account that signs in by its handle.

    The id is random and not ordered in time, `last_login` is switched off. Wagtail and allauth ask for `email` and
    get an empty answer.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    handle = models.CharField(_("name on this site"), max_length=40, unique=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, blank=True, related_name="users")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="users")
    joined_in = models.DateField(_("month of joining"), null=True, blank=True, help_text=_("First day of the month."))
    notice_version = models.CharField(_("notice read"), max_length=12, blank=True)
    # Copied from the audience when the account is made, and by a trigger: the wall stands on it. It never changes.
    privacy_class = models.CharField(max_length=20, choices=PrivacyClass.choices, default="", editable=False)
    active_in = models.DateField(
        _("month of last activity"), null=True, blank=True, help_text=_("First day of the month.")
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("staff"), default=False)
    is_synthetic = models.BooleanField(_("synthetic person"), default=False)
    is_demonstration = models.BooleanField(_("demonstration account"), default=False)
    last_login = None

    objects = UserManager()

    USERNAME_FIELD = "handle"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["handle"]
        constraints = [
            models.CheckConstraint(
                name="joined_in_is_a_month",
                condition=models.Q(joined_in__isnull=True) | models.Q(joined_in__day=1),
                violation_error_message=_("Only the month of joining is kept: give its first day."),
            ),
            models.CheckConstraint(
                name="active_in_is_a_month",
                condition=models.Q(active_in__isnull=True) | models.Q(active_in__day=1),
                violation_error_message=_("Only the month of the last visit is kept: give its first day."),
            ),
            # An administrator meets every handle in the list of accounts.
            models.CheckConstraint(
                name="wall_administrators_are_no_police",
                condition=~models.Q(is_superuser=True, privacy_class=PrivacyClass.LAW_ENFORCEMENT),
                violation_error_message=_("A police account cannot administer the site: it would see the peers."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Copy the privacy class of the audience; a trigger does the same and refuses a later change."""
        if not self.privacy_class:
            self.privacy_class = self.audience.privacy_class if self.audience else PrivacyClass.ORDINARY
        super().save(*args, **kwargs)

    @property
    def email(self) -> str:
        """Return an empty address, also where one is kept: only `people.identity` opens it, for a named purpose."""
        return ""

    @property
    def first_name(self) -> str:
        """Return nothing: Wagtail's lists ask for it."""
        return ""

    @property
    def last_name(self) -> str:
        """Return nothing: Wagtail's lists ask for it."""
        return ""

    def get_full_name(self) -> str:
        """Return the handle, the only name an account has.

        Wagtail writes it on pages that every member of staff reads, the police too: a peer among the staff is
        "a colleague" there.
        """
        return gettext("A colleague") if self.privacy_class == PrivacyClass.PROTECTED else self.handle

    def get_short_name(self) -> str:
        """Return what Wagtail may call the account."""
        return self.get_full_name()
