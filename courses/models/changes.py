"""Changes that matter: what somebody who finished a lesson should read again. No time, no reader's name to staff."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonChange(models.Model):
    """A change an author marked as substantial; by translation key, as completions are."""

    lesson_key = models.UUIDField(db_index=True)
    marked_on = models.DateField()

    class Meta:
        verbose_name = _("substantial change")
        verbose_name_plural = _("substantial changes")


class ChangedPage(models.Model):
    """The change in the lesson of one language. It holds from the day on which that page is published with it."""

    change = models.ForeignKey(LessonChange, models.CASCADE, related_name="pages")
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="changes")
    note = models.CharField(_("what has changed, in one sentence"), max_length=300, blank=True)
    # None: marked, and still to be published.
    in_effect_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("changed page")
        verbose_name_plural = _("changed pages")
        constraints = [models.UniqueConstraint("change", "page", name="change_once_per_page")]


class ChangeSeen(models.Model):
    """A change that somebody who finished the lesson has read. Neither day nor time is kept."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="changes_seen")
    change = models.ForeignKey(LessonChange, models.CASCADE, related_name="seen")

    class Meta:
        verbose_name = _("change that was read")
        verbose_name_plural = _("changes that were read")
        constraints = [models.UniqueConstraint("learner", "change", name="change_seen_once")]
