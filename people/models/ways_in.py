"""Ways back into an account."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.choices import WayIn
from people.models.accounts import User
from people.querysets import RecoveryCodeQuerySet


class RecoveryCode(models.Model):
    """One single-use way back into an account; only a keyed digest is held.

    A code is the learner's own and lasts; a card was made by a trainer, in front of the learner, and expires.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="recovery_codes")
    kind = models.CharField(max_length=10, choices=WayIn.choices, default=WayIn.CODE)
    digest = models.CharField(max_length=64, unique=True)
    expires_on = models.DateField(null=True, blank=True)

    objects = RecoveryCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("recovery code")
        verbose_name_plural = _("recovery codes")
        constraints = [
            models.CheckConstraint(
                name="card_has_a_last_day", condition=~models.Q(kind=WayIn.CARD, expires_on__isnull=True)
            )
        ]
