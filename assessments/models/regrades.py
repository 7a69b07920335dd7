"""Regrades that were applied: which key was changed or which item dropped, by whom, and how many scores moved."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.bank import Question
from assessments.models.forms import Item


class Regrade(models.Model):
    """One change of a key, or one item dropped. Rows are only ever added."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="regrades")
    # None: the key was changed wherever the question stands.
    dropped = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="+")
    old_key = models.CharField(max_length=200, blank=True)
    new_key = models.CharField(max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=255)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    applied_on = models.DateField()
    scores_moved = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("regrade")
        verbose_name_plural = _("regrades")
        ordering = ["-pk"]
