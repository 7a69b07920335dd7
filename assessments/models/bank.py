"""The bank: a question lasts; its wordings, one per language and version, are never changed, a new one follows."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from assessments.choices import QuestionKind, Scoring, TypeCode
from assessments.previews import PREVIEW_TEMPLATE, preview_context
from assessments.querysets import QuestionQuerySet
from assessments.terms import KEPT
from people.models import Audience


class QuestionBank(models.Model):
    """A store of questions."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("question bank")
        verbose_name_plural = _("question banks")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Topic(models.Model):
    """What questions are about; a learner's result is shown by topic."""

    bank = models.ForeignKey(QuestionBank, models.CASCADE, related_name="topics")
    code = models.SlugField(_("code"))
    names = models.JSONField(_("name in each language"), default=dict)
    position = models.PositiveSmallIntegerField(default=0)
    read_again = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("what to read again"),
        help_text=_("A lesson or a course; a learner who did not know enough here is shown the way to it."),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position"]
        constraints = [models.UniqueConstraint("bank", "code", name="topic_code_unique_in_bank")]

    def __str__(self) -> str:
        return self.name_in("en")

    def name_in(self, language: str) -> str:
        """Return the name in a language, English where there is none."""
        return str(self.names.get(language) or self.names.get("en") or self.code)


class Question(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel):
    """The lasting thing asked: type, key and scoring. Its key never leaves the server.

    Options are known by letters (a, b, c ...) in the order in which they are written, the same in every language.
    What `key` holds depends on the type (docs/rules/items.md).
    """

    bank = models.ForeignKey(QuestionBank, models.PROTECT, related_name="questions", verbose_name=_("question bank"))
    topic = models.ForeignKey(
        Topic, models.PROTECT, null=True, blank=True, related_name="questions", verbose_name=_("topic")
    )
    code = models.CharField(_("code"), max_length=30)
    kind = models.CharField(_("kind"), max_length=12, choices=QuestionKind.choices, default=QuestionKind.KNOWLEDGE)
    type = models.CharField(_("type"), max_length=20, choices=TypeCode.choices, default=TypeCode.SINGLE_CHOICE)
    key = models.CharField(_("right answer"), max_length=200, blank=True)
    scoring = models.CharField(_("scoring"), max_length=16, choices=Scoring.choices, default=Scoring.ALL_OR_NOTHING)
    tolerance = models.DecimalField(_("tolerance"), max_digits=12, decimal_places=4, null=True, blank=True)
    better = models.CharField(_("kinder side"), max_length=8, blank=True)
    audiences = ParentalManyToManyField(Audience, verbose_name=_("for whom"), blank=True, related_name="+")
    family = models.SlugField(
        _("family"),
        max_length=40,
        blank=True,
        help_text=_("Two questions of one family never stand on one drawn paper: one would give the other away."),
    )
    facts = models.CharField(_("facts it rests on"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=255, blank=True)

    objects = QuestionQuerySet.as_manager()

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="question",
        for_concrete_model=False,
    )
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="question",
        for_concrete_model=False,
    )

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint("bank", "code", name="question_code_unique_in_bank"),
            models.CheckConstraint(
                name="knowledge_question_has_a_key",
                # The accepted answers of these stand in the wordings, language by language.
                condition=~models.Q(kind=QuestionKind.KNOWLEDGE)
                | models.Q(type__in=[TypeCode.SHORT_TEXT, TypeCode.CLOZE, TypeCode.MATCHING])
                | ~models.Q(key=""),
                violation_error_message=_("Say what the right answer is."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def revisions(self) -> Any:
        """Return its revisions, newest last."""
        return self._revisions

    def is_on_published_form(self) -> bool:
        """Tell whether people may have sat it; one query."""
        return self.pk is not None and self.items.filter(form__published_at__isnull=False).exists()

    def with_content_json(self, content: dict) -> "Question":
        """Return a revision of it; on a published form the terms stay as they are now, whatever the revision says.

        Without this, publishing an older draft would take back a regrade.
        """
        found: Question = super().with_content_json(content)
        if self.is_on_published_form():
            for name in KEPT:
                setattr(found, name, getattr(self, name))
        return found

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Return the languages in which a learner may read it."""
        return list(settings.LANGUAGES)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show it as a learner sees it, in a language."""
        with override(mode_name):
            return render(request, PREVIEW_TEMPLATE, preview_context(self, mode_name))


class QuestionText(models.Model):
    """What an author edits of a question in one language; publishing makes a wording of it."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    stem = models.TextField(_("question"))
    options = models.TextField(
        _("options"),
        blank=True,
        help_text=_("One on a line, in the same order in every language. For matching: left = right."),
    )
    accepted = models.TextField(
        _("accepted answers"),
        blank=True,
        help_text=_("One on a line. For gaps: the answers of a gap on one line, parted by /."),
    )
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    rationale = models.TextField(_("why"), blank=True)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [models.UniqueConstraint("question", "language", name="one_text_per_language")]


class QuestionPicture(models.Model):
    """A picture that is an option; the line of the options with the same letter is its alternative text."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="pictures")
    letter = models.CharField(_("letter of the option"), max_length=1)
    image = models.ForeignKey("wagtailimages.Image", models.PROTECT, related_name="+", verbose_name=_("picture"))

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [models.UniqueConstraint("question", "letter", name="one_picture_per_option")]


class Wording(models.Model):
    """A question's published text in one language: stem, options by id, and why the right one is right.

    Never changed: whoever sat a test has read these very words. A trigger refuses a change.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    stem = models.TextField(_("question"))
    options = models.JSONField(_("options"), default=list, help_text=_("A list of an id and a text each."))
    accepted = models.JSONField(_("accepted answers"), default=list, help_text=_("A list of lists, one for each gap."))
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    rationale = models.TextField(_("why"), blank=True)

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        constraints = [
            models.UniqueConstraint("question", "language", "version", name="wording_once_per_language_and_version")
        ]
