"""A programme is ordered steps; the 3-2-1 plan is rows, not code."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from courses.choices import Opening, StepKind
from courses.progress import Window
from courses.querysets import StepQuerySet
from people.models import Audience


class Programme(ClusterableModel):
    """Ordered steps that together earn a certificate. What a visitor reads of it is its ProgrammePage."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name for staff"), max_length=120)
    audiences = models.ManyToManyField(Audience, verbose_name=_("for whom"), related_name="programmes", blank=True)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Step(Orderable):
    """One requirement of a programme. It has a kind and an opening rule, not a way of being completed."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="steps")
    code = models.SlugField(_("code"), max_length=40, help_text=_("Unique in the programme, for example intake."))
    kind = models.CharField(_("kind"), max_length=20, choices=StepKind.choices)
    page = models.ForeignKey(
        "wagtailcore.Page",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("book, questionnaire, video or course"),
    )
    opening = models.CharField(_("opens"), max_length=20, choices=Opening.choices, default=Opening.AT_ONCE)
    after = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("counted from this step")
    )
    offset_months = models.PositiveSmallIntegerField(_("months after it"), default=0)
    offset_days = models.PositiveSmallIntegerField(_("days after it"), default=0)
    open_days = models.PositiveSmallIntegerField(_("closes so many days later"), null=True, blank=True)
    window_from = models.CharField(_("window opens (MM-DD)"), max_length=5, blank=True)
    window_to = models.CharField(_("window closes (MM-DD)"), max_length=5, blank=True)
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark, per cent"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    # No longer asked of those who join; who joined before still has it, and its completions count.
    is_retired = models.BooleanField(_("retired"), default=False, editable=False)

    objects = StepQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            models.UniqueConstraint("programme", "code", name="step_code_unique_in_programme"),
            models.CheckConstraint(
                name="step_rule_is_complete",
                condition=models.Q(opening=Opening.AT_ONCE)
                | models.Q(opening__in=[Opening.AFTER_STEP, Opening.OFFSET], after__isnull=False)
                | (models.Q(opening=Opening.YEARLY) & ~models.Q(window_from="") & ~models.Q(window_to="")),
                violation_error_message=_("Say after which step it opens, or from which day to which day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme.name}: {self.get_kind_display()} ({self.code})"

    @property
    def window(self) -> Window | None:
        """Return the yearly window, or None where the step has none."""
        return Window.parse(self.window_from, self.window_to) if self.opening == Opening.YEARLY else None

    @property
    def closes(self) -> bool:
        """Tell whether it has a last day for each learner."""
        return self.opening == Opening.YEARLY or (self.opening == Opening.OFFSET and self.open_days is not None)
