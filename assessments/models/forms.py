"""Instruments, their forms, and the tests that hang on steps."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from assessments.choices import Feedback, FormKind, Layout, RuleKind, TypeCode, Wave
from assessments.models.bank import Question, Topic
from assessments.querysets import TestFormQuerySet
from assessments.stakes import earns_something
from courses.models import Programme, Step
from people.choices import PrivacyClass

DECEMBER = 12


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


class TestForm(ClusterableModel):
    """A set of items: sat as it stands, or, as a blueprint, the pool from which each sitting's paper is drawn.

    Once published it is frozen, by a trigger too: whoever sat it sat these items.
    """

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="forms", verbose_name=_("instrument"))
    letter = models.CharField(_("letter"), max_length=1)
    kind = models.CharField(_("kind"), max_length=10, choices=FormKind.choices, default=FormKind.FIXED)
    # None: a draft, which no learner is given.
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)

    objects = TestFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("test form")
        verbose_name_plural = _("test forms")
        ordering = ["letter"]
        constraints = [models.UniqueConstraint("instrument", "letter", name="form_letter_once_per_instrument")]

    def __str__(self) -> str:
        return f"{self.instrument} {self.letter}"


class Item(models.Model):
    """A question's place on a form. On a blueprint an anchor is on every paper, the others are its pool."""

    form = ParentalKey(TestForm, on_delete=models.CASCADE, related_name="items")
    question = models.ForeignKey(Question, models.PROTECT, related_name="items", verbose_name=_("question"))
    position = models.PositiveSmallIntegerField(_("position"))
    is_anchor = models.BooleanField(_("on both forms"), default=False)
    # By a regrade alone: neither its points nor its possible points count any more.
    is_dropped = models.BooleanField(_("dropped"), default=False, editable=False)

    sort_order_field = "position"

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("form", "position", name="one_item_per_position"),
            models.UniqueConstraint("form", "question", name="question_once_per_form"),
        ]


class BlueprintRow(models.Model):
    """How many items of a topic a drawn paper holds beside the anchors."""

    form = ParentalKey(TestForm, on_delete=models.CASCADE, related_name="rows")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+", verbose_name=_("topic"))
    count = models.PositiveSmallIntegerField(_("so many questions"))

    class Meta:
        verbose_name = _("row of the blueprint")
        verbose_name_plural = _("rows of the blueprint")
        constraints = [models.UniqueConstraint("form", "topic", name="topic_once_per_blueprint")]


class StepTest(models.Model):
    """The test of a step: which wave it is for, from which instrument a form is drawn, and how it is sat."""

    step = models.OneToOneField(Step, models.CASCADE, related_name="test", verbose_name=_("step"))
    wave = models.CharField(_("wave"), max_length=12, choices=Wave.choices)
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="tests", verbose_name=_("instrument"))
    minutes = models.PositiveSmallIntegerField(_("minutes allowed"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(
        _("attempts"), null=True, blank=True, help_text=_("Empty: as often as the step is open.")
    )
    shuffle_items = models.BooleanField(_("questions in an order of each person's own"), default=False)
    shuffle_options = models.BooleanField(_("options in an order of each person's own"), default=False)
    layout = models.CharField(_("layout"), max_length=12, choices=Layout.choices, default=Layout.ONE_BY_ONE)
    feedback = models.CharField(_("feedback"), max_length=20, choices=Feedback.choices, default=Feedback.TOPICS)
    is_supervised = models.BooleanField(
        _("supervised"),
        default=False,
        help_text=_("It can only be started in a room that a trainer has opened, with the room's code."),
    )

    class Meta:
        verbose_name = _("test")
        verbose_name_plural = _("tests")

    def __str__(self) -> str:
        return f"{self.step.programme}: {self.title}"

    @property
    def title(self) -> str:
        """Return what learners call it; an exam of the year is a December exam where its window lies in December."""
        window = self.step.window
        if self.wave != Wave.ANNUAL or (window and window.first_month == window.last_month == DECEMBER):
            return str(self.get_wave_display())
        return str(_("Exam of the year"))

    def clean(self) -> None:
        """Refuse free text where words could tell who wrote them, and feedback that gives an exam away."""
        super().clean()
        faults: dict[str, str] = {}
        if self.instrument_id and self.step_id and asks_protected_for_text(self.step.programme, self.instrument_id):
            faults["instrument"] = _(
                "A form of this instrument asks for free text, and the programme is for a protected audience, whose words "
                "could tell who wrote them. Choose another instrument."
            )
        if self.feedback == Feedback.IMMEDIATE and self.step_id and earns_something(self.step):
            faults["feedback"] = _(
                "Feedback after each answer is for self-checks. This test has a pass mark or counts for an award: choose "
                "feedback after handing in."
            )
        if self.feedback == Feedback.IMMEDIATE and self.layout == Layout.ONE_PAGE:
            faults["layout"] = _("Feedback after each answer needs one question on a page. Choose that layout.")
        if self.feedback == Feedback.NONE_UNTIL_CLOSED and self.step_id and not self.step.closes:
            faults["feedback"] = _(
                "This step never closes, so its result would never be shown. Give it a last day, or choose feedback after "
                "handing in."
            )
        if faults:
            raise ValidationError(faults)


def asks_protected_for_text(programme: Programme, instrument: int) -> bool:
    """Tell whether an instrument asks for free text and the programme is for protected people; up to three queries."""
    is_protected = (
        programme.audiences.filter(privacy_class=PrivacyClass.PROTECTED).exists()
        or programme.cohorts.filter(privacy_class=PrivacyClass.PROTECTED).exists()
    )
    return is_protected and Item.objects.filter(form__instrument=instrument, question__type=TypeCode.OPEN_TEXT).exists()


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
