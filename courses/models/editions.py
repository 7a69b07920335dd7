"""What a programme required at one time. Who has joined is held to that, whatever is edited later."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import Opening, StepKind
from courses.models.cohorts import Enrolment
from courses.models.programmes import Programme, Step


class Edition(models.Model):
    """The requirements of a programme, frozen. They change only by making the next edition."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    made_on = models.DateField(_("made on"))
    digest = models.CharField(max_length=64)
    # What upper apps require, by their own names: forms of tests, criteria of awards (courses/requirements.py).
    parts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["number"]
        constraints = [models.UniqueConstraint("programme", "number", name="edition_number_once_per_programme")]

    def __str__(self) -> str:
        return f"{self.programme} {self.number}"


class EditionStep(models.Model):
    """A step as one edition has it. Rows, not JSON: what somebody still has to do is not deleted by anybody."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="steps")
    step = models.ForeignKey(Step, models.RESTRICT, related_name="in_editions")
    sort_order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=StepKind.choices)
    page = models.ForeignKey("wagtailcore.Page", models.PROTECT, null=True, related_name="+")
    opening = models.CharField(max_length=20, choices=Opening.choices)
    after = models.ForeignKey(Step, models.RESTRICT, null=True, related_name="+")
    offset_months = models.PositiveSmallIntegerField(default=0)
    offset_days = models.PositiveSmallIntegerField(default=0)
    open_days = models.PositiveSmallIntegerField(null=True)
    window_from = models.CharField(max_length=5, blank=True)
    window_to = models.CharField(max_length=5, blank=True)
    pass_mark = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("step of an edition")
        verbose_name_plural = _("steps of editions")
        ordering = ["sort_order"]
        constraints = [models.UniqueConstraint("edition", "step", name="step_once_per_edition")]


class Terms(models.Model):
    """Which edition an enrolment is held to. A table of its own: that of enrolments carries the wall."""

    enrolment = models.OneToOneField(Enrolment, models.CASCADE, primary_key=True, related_name="terms")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="terms")

    class Meta:
        verbose_name = _("terms of an enrolment")
        verbose_name_plural = _("terms of enrolments")
