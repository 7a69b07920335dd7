"""Whether lessons are clear: counts without people, and people without what they said."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import Clearness


class ClearnessCount(models.Model):
    """How many people gave one answer about a lesson. Nothing here leads to any of them.

    `waiting` are those who came in since the last time ten were together; only `shown` may be published.
    """

    lesson_key = models.UUIDField()
    # People of protected audiences are counted apart: the police among the authors read nothing of them.
    is_protected = models.BooleanField()
    answer = models.CharField(max_length=10, choices=Clearness.choices)
    waiting = models.PositiveIntegerField(default=0)
    shown = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("answers about a lesson")
        verbose_name_plural = _("answers about lessons")
        constraints = [
            models.UniqueConstraint("lesson_key", "is_protected", "answer", name="clearness_counted_in_one_place")
        ]


class ClearnessAsked(models.Model):
    """That somebody has said whether a lesson was clear, so that nobody counts twice; never what, never when."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="clearness_asked")
    lesson_key = models.UUIDField()

    class Meta:
        verbose_name = _("learner who was asked about a lesson")
        verbose_name_plural = _("learners who were asked about a lesson")
        constraints = [models.UniqueConstraint("learner", "lesson_key", name="clearness_asked_once")]
