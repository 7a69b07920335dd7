"""A certificate is a right first and a sheet second."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models import Programme, Step


class CertificateState(models.TextChoices):
    """Where a right stands; later states (revoked, expired) come with their own rules."""

    ISSUED = "ISSUED", _("Issued")


class Award(models.Model):
    """What a programme awards, and the steps that earn it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="awards", verbose_name=_("programme"))
    slug = models.SlugField(_("short name"))
    steps = models.ManyToManyField(Step, related_name="awards", verbose_name=_("steps that count for it"))
    valid_years = models.PositiveSmallIntegerField(_("years it is valid"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["position"]
        constraints = [models.UniqueConstraint("programme", "slug", name="award_slug_unique_in_programme")]

    def __str__(self) -> str:
        return f"{self.programme}: {self.slug}"


class AwardText(models.Model):
    """An award's title and printed sentence in one language; the sentence lists this award's steps only."""

    award = models.ForeignKey(Award, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=160)
    statement = models.TextField(_("printed sentence"))

    class Meta:
        verbose_name = _("award text")
        verbose_name_plural = _("award texts")
        constraints = [models.UniqueConstraint("award", "language", name="award_text_once_per_language")]


class Certificate(models.Model):
    """The right: a learner, an award, a month, the terms it was earned under. No name is in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="certificates")
    award = models.ForeignKey(Award, models.PROTECT, related_name="certificates")
    state = models.CharField(max_length=10, choices=CertificateState.choices, default=CertificateState.ISSUED)
    issued_in = models.DateField(help_text=_("First day of the month."))
    terms = models.JSONField(help_text=_("The steps it was earned with, frozen."))

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.UniqueConstraint("learner", "award", name="certificate_once_per_learner_and_award"),
            models.CheckConstraint(name="issued_in_is_a_month", condition=models.Q(issued_in__day=1)),
        ]

    @property
    def valid_years(self) -> int | None:
        """Return the years it is valid, as frozen with it; one from before they were kept goes by its award."""
        if "valid_years" not in self.terms:
            return self.award.valid_years
        years: int | None = self.terms["valid_years"]
        return years


class CertificateVersion(models.Model):
    """A printed sheet: the digest of its code and of the name on it. Another name makes another version."""

    certificate = models.ForeignKey(Certificate, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    code_digest = models.CharField(max_length=64, unique=True)
    name_digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("certificate version")
        verbose_name_plural = _("certificate versions")
        ordering = ["number"]
        constraints = [models.UniqueConstraint("certificate", "number", name="version_number_once_per_certificate")]
