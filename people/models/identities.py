"""Who somebody is, where that is known at all: staff, police, social workers. Never a protected account."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.choices import PrivacyClass
from people.models.accounts import User


class Identity(models.Model):
    """A name and an address that somebody chose to leave; sealed with a key outside the database.

    Only `people.identity` opens them.
    """

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="identity")
    name_sealed = models.TextField(blank=True)
    mail_sealed = models.TextField(blank=True)
    # Copied by a trigger, for the constraint below.
    user_class = models.CharField(max_length=20, choices=PrivacyClass.choices, default="", editable=False)

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")
        constraints = [
            models.CheckConstraint(
                name="wall_protected_accounts_have_no_identity",
                condition=~models.Q(user_class=PrivacyClass.PROTECTED),
                violation_error_message=_("A protected account keeps no name and no address."),
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Copy the privacy class of the account."""
        self.user_class = self.user.privacy_class
        super().save(*args, **kwargs)
