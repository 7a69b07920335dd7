"""What holds where the learner is: the country of a place, and the law and protocol of a country."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from courses.choices import Country, LocalTopic
from people.models import Organisation


class PlaceCountry(models.Model):
    """The country of an organisation and of all below it; the row without one is for everybody else."""

    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="countries",
        verbose_name=_("organisation"),
        help_text=_("It holds for all organisations below it too. Left empty: for everybody else on this site."),
    )
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)

    class Meta:
        verbose_name = _("country of a place")
        verbose_name_plural = _("countries of places")
        ordering = ["organisation__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                Coalesce("organisation", Value(0)),
                name="place_has_one_country",
                violation_error_message=_("This place has a country already. Change that entry instead."),
            )
        ]

    def __str__(self) -> str:
        place = self.organisation.name if self.organisation else _("Everybody else")
        return f"{place}: {self.get_country_display()}"


class LocalRule(models.Model):
    """What the law or the protocol of a country says on a topic, with its source and the month it was last checked."""

    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    topic = models.CharField(_("topic"), max_length=20, choices=LocalTopic.choices)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    text = models.TextField(
        _("what holds there"), max_length=1200, help_text=_("Two or three plain sentences that a learner can act on.")
    )
    source = models.CharField(
        _("source"), max_length=400, help_text=_("The law with its article, or the protocol, and the year.")
    )
    checked_in = models.DateField(_("checked in"), help_text=_("Any day of the month in which you checked it."))

    class Meta:
        verbose_name = _("local rule")
        verbose_name_plural = _("local rules")
        ordering = ["country", "topic", "language"]
        constraints = [
            models.UniqueConstraint(
                "country",
                "topic",
                "language",
                name="local_rule_once",
                violation_error_message=_("This country has a rule on this topic in this language. Change that one."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_country_display()}: {self.get_topic_display()} ({self.language})"

    def clean(self) -> None:
        """Keep the month alone."""
        super().clean()
        if self.checked_in:
            self.checked_in = self.checked_in.replace(day=1)
        if not self.text.strip():
            raise ValidationError({"text": _("Say what holds in this country.")})
