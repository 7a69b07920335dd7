"""Who stands behind a translated text: nobody yet, or a reader of the field in a month."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TextReview(models.Model):
    """A reader of the field has read a translated page as it was published then. The next publication is a draft again."""

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, related_name="text_review")
    # None: the page went live without a revision, as the loader of the curriculum writes it.
    revision = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    reviewed_in = models.DateField(_("month of the review"), help_text=_("First day of the month."))

    class Meta:
        verbose_name = _("review of a translation")
        verbose_name_plural = _("reviews of translations")
        constraints = [
            models.CheckConstraint(
                name="reviewed_in_is_a_month",
                condition=models.Q(reviewed_in__day=1),
                violation_error_message=_("Only the month of a review is kept: give its first day."),
            )
        ]
