"""What staff did, in an order nobody can change."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.choices import Deed


class StaffAction(models.Model):
    """One thing a member of staff did or read. Rows are only ever added; a trigger refuses to change them.

    `happened_at` is the hour. `by` is an account's id, not a key: the row outlives the account. `about` names a cohort,
    a programme or a member of staff, never a learner.
    """

    happened_at = models.DateTimeField(_("hour"))
    by = models.UUIDField(_("who"))
    deed = models.CharField(_("what"), max_length=30, choices=Deed.choices)
    about = models.CharField(_("about"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("staff action")
        verbose_name_plural = _("staff actions")
        ordering = ["-happened_at", "-pk"]
        indexes = [models.Index("happened_at", name="staff_action_hour")]
