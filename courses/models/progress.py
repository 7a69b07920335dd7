"""What a learner has finished. Days, never times."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models.cohorts import Enrolment
from courses.models.programmes import Step


class LessonCompletion(models.Model):
    """A lesson somebody finished; kept by translation key, so a learner may change language."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="lesson_completions")
    lesson_key = models.UUIDField(db_index=True)
    completed_on = models.DateField()

    class Meta:
        verbose_name = _("finished lesson")
        verbose_name_plural = _("finished lessons")
        constraints = [models.UniqueConstraint("learner", "lesson_key", name="lesson_completed_once")]


class Completion(models.Model):
    """A step somebody completed, once."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="completions")
    step = models.ForeignKey(Step, models.PROTECT, related_name="completions")
    completed_on = models.DateField()

    class Meta:
        verbose_name = _("completed step")
        verbose_name_plural = _("completed steps")
        constraints = [models.UniqueConstraint("enrolment", "step", name="step_completed_once")]


class Extension(models.Model):
    """Days of one's own for one step: open longer, or open once more as a make-up. Why is never written down."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="extensions")
    step = models.ForeignKey(Step, models.CASCADE, related_name="extensions")
    # None: opens as the plan says.
    opens_on = models.DateField(_("opens again on"), null=True, blank=True)
    closes_on = models.DateField(_("open until"))

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        constraints = [
            models.UniqueConstraint("enrolment", "step", name="extension_once_per_step"),
            models.CheckConstraint(
                name="extension_ends_after_start",
                condition=models.Q(opens_on__isnull=True) | models.Q(closes_on__gte=models.F("opens_on")),
                violation_error_message=_("The extension ends before it starts. Mend one of the two days."),
            ),
        ]
