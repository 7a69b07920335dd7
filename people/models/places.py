"""Where people belong: a trade with its privacy class, a place in a tree."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.choices import OrganisationKind, PrivacyClass
from people.querysets import LEVELS, OrganisationQuerySet


class Audience(models.Model):
    """A trade (police officer, social worker, backbone peer) with its privacy class."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    privacy_class = models.CharField(_("privacy class"), max_length=20, choices=PrivacyClass.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                name="audience_privacy_class_is_known",
                condition=models.Q(privacy_class__in=PrivacyClass.values),
                violation_error_message=_("Choose one of the three privacy classes."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse another class: a trigger does too, since the wall stands on copies of it."""
        super().clean()
        held = Audience.objects.filter(pk=self.pk).values_list("privacy_class", flat=True).first()
        if held is not None and held != self.privacy_class:
            raise ValidationError(
                {"privacy_class": _("The privacy class of an audience never changes. Make a new audience instead.")}
            )


class Organisation(models.Model):
    """A place people belong to, in a tree: ministry, bureau, station; or an NGO, a clinic."""

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a place above itself, and a tree too deep to be read; a query for each level."""
        super().clean()
        above = self.parent
        levels = 1
        while above is not None:
            if above.pk == self.pk and self.pk is not None:
                raise ValidationError(
                    {"parent": _("An organisation cannot belong to itself or to one below it. Choose another.")}
                )
            levels += 1
            if levels > LEVELS:
                raise ValidationError(
                    {"parent": _("The tree of organisations has five levels at most. Choose one further up.")}
                )
            above = above.parent
