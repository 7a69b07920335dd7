"""What a lesson says, as search reads it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonText(models.Model):
    """The words of a published lesson, as written and as they are compared; made anew whenever it is published."""

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, primary_key=True, related_name="lesson_text")
    title = models.CharField(max_length=255)
    text = models.TextField()
    folded_title = models.CharField(max_length=400)
    folded_text = models.TextField()
    # The day and hour of the lesson's publication when it was read; another one means: read it again.
    published_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("text of a lesson")
        verbose_name_plural = _("texts of lessons")
