"""What helps in an emergency in one country: numbers, services, a word on the local protocol. Kept by the site's owner."""

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from courses.choices import Country

# A number nobody has dialled for a year may lead nowhere.
MONTHS_TRUE = 12
NUMBER = RegexValidator(
    r"^[0-9+][0-9 ()/.-]{1,24}$",
    _(
        "Write the number as one dials it: digits, spaces and hyphens only. What else there is to say belongs beside it."
    ),
)


class Help(models.TextChoices):
    """What a line of a help page leads to."""

    EMERGENCY = "EMERGENCY", _("Emergency number")
    HOTLINE = "HOTLINE", _("Hotline")
    SERVICE = "SERVICE", _("Service nearby")


class HelpSheet(ClusterableModel):
    """The help page of one country. Nothing ships with it: a number is only there once the owner has tried it."""

    country = models.CharField(_("country"), max_length=2, choices=Country.choices, unique=True)
    checked_in = models.DateField(
        _("checked in"), help_text=_("Any day of the month in which you dialled the numbers. The page shows the month.")
    )

    class Meta:
        verbose_name = _("help page")
        verbose_name_plural = _("help pages")
        ordering = ["country"]

    def __str__(self) -> str:
        return str(self.get_country_display())

    def clean(self) -> None:
        """Keep the month alone."""
        super().clean()
        if self.checked_in:
            self.checked_in = self.checked_in.replace(day=1)

    def is_old(self, on: datetime.date) -> bool:
        """Tell whether nobody has tried the numbers for a year."""
        months = (on.year - self.checked_in.year) * 12 + on.month - self.checked_in.month
        return months > MONTHS_TRUE


class HelpLine(models.Model):
    """One number or place. A line in one language stands on the pages of that language, any other on all."""

    sheet = ParentalKey(HelpSheet, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(_("kind"), max_length=10, choices=Help.choices)
    name = models.CharField(_("whom or what one reaches"), max_length=120)
    number = models.CharField(_("number"), max_length=25, blank=True, validators=[NUMBER])
    note = models.TextField(
        _("hours, languages, how to get there"), max_length=300, blank=True, help_text=_("One or two short lines.")
    )
    language = models.CharField(
        _("only on pages in"),
        max_length=12,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("Empty: on all pages."),
    )

    class Meta:
        verbose_name = _("number or place")
        verbose_name_plural = _("numbers and places")
        ordering = ["pk"]

    def clean(self) -> None:
        """Refuse a number to call that has no number."""
        super().clean()
        if self.kind in {Help.EMERGENCY, Help.HOTLINE} and not self.number:
            raise ValidationError({"number": _("Give the number, or leave the line out until you know it.")})

    @property
    def dialled(self) -> str:
        """Return the number as a telephone takes it."""
        return "".join(sign for sign in self.number if sign in "+0123456789")


class HelpNote(models.Model):
    """What the local protocol asks beyond the general steps, in one language."""

    sheet = ParentalKey(HelpSheet, on_delete=models.CASCADE, related_name="notes")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    text = models.TextField(_("what else holds there in an overdose"), max_length=1200)
    source = models.CharField(_("source"), max_length=300, help_text=_("The protocol or law, and its year."))

    class Meta:
        verbose_name = _("local word")
        verbose_name_plural = _("local words")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                "sheet",
                "language",
                name="help_note_once_per_language",
                violation_error_message=_("This country has a word in this language already. Change that one."),
            )
        ]
