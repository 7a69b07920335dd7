"""Instruments, their forms, and the tests that hang on steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.choices import RuleKind, Wave
from assessments.models.bank import Question
from courses.models import Step


class Instrument(models.Model):
    """A set of parallel forms that measure the same thing. Figures are compared only within one."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class TestForm(models.Model):
    """A fixed ordered set of items."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="forms")
    letter = models.CharField(_("letter"), max_length=1)

    class Meta:
        verbose_name = _("test form")
        verbose_name_plural = _("test forms")
        ordering = ["letter"]
        constraints = [models.UniqueConstraint("instrument", "letter", name="form_letter_once_per_instrument")]

    def __str__(self) -> str:
        return f"{self.instrument} {self.letter}"


class Item(models.Model):
    """A question's place on a form."""

    form = models.ForeignKey(TestForm, models.CASCADE, related_name="items")
    question = models.ForeignKey(Question, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField(_("position"))
    is_anchor = models.BooleanField(_("on both forms"), default=False)

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("form", "position", name="one_item_per_position"),
            models.UniqueConstraint("form", "question", name="question_once_per_form"),
        ]


class StepTest(models.Model):
    """The test of a step: which wave it is for, and from which instrument a form is drawn."""

    step = models.OneToOneField(Step, models.CASCADE, related_name="test")
    wave = models.CharField(_("wave"), max_length=12, choices=Wave.choices)
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="tests")
    minutes = models.PositiveSmallIntegerField(_("minutes allowed"), null=True, blank=True)

    class Meta:
        verbose_name = _("test")
        verbose_name_plural = _("tests")

    def __str__(self) -> str:
        return f"{self.step.programme}: {self.get_wave_display()}"


class AwarenessRule(models.Model):
    """A versioned definition of awareness, shown beside every figure made with it."""

    slug = models.SlugField(_("short name"))
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="rules")
    kind = models.CharField(_("kind"), max_length=16, choices=RuleKind.choices)
    cut_off = models.PositiveSmallIntegerField(_("at least so many right"), null=True, blank=True)

    class Meta:
        verbose_name = _("awareness rule")
        verbose_name_plural = _("awareness rules")
        ordering = ["-slug"]
        constraints = [
            models.UniqueConstraint("instrument", "slug", "version", name="rule_version_once_per_instrument"),
            models.CheckConstraint(
                name="at_least_k_needs_a_cut_off",
                condition=~models.Q(kind=RuleKind.AT_LEAST_K) | models.Q(cut_off__isnull=False),
                violation_error_message=_("Say how many right answers are enough."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} v{self.version}"
