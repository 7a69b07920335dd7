"""The bank: a question lasts, its wordings (one per language and version) change."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.choices import QuestionKind


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


class Question(models.Model):
    """The lasting thing asked. Its key never leaves the server."""

    bank = models.ForeignKey(QuestionBank, models.PROTECT, related_name="questions")
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, blank=True, related_name="questions")
    code = models.CharField(_("code"), max_length=30)
    kind = models.CharField(_("kind"), max_length=12, choices=QuestionKind.choices, default=QuestionKind.KNOWLEDGE)
    key = models.CharField(_("right option"), max_length=4, blank=True)
    better = models.CharField(_("kinder side"), max_length=8, blank=True)
    facts = models.CharField(_("facts it rests on"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint("bank", "code", name="question_code_unique_in_bank"),
            models.CheckConstraint(
                name="knowledge_question_has_a_key",
                condition=~models.Q(kind=QuestionKind.KNOWLEDGE) | ~models.Q(key=""),
                violation_error_message=_("Say which option is right."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Wording(models.Model):
    """A question's text in one language: stem, options by id, and why the right one is right."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    stem = models.TextField(_("question"))
    options = models.JSONField(_("options"), default=list, help_text=_("A list of an id and a text each."))
    rationale = models.TextField(_("why"), blank=True)

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        constraints = [
            models.UniqueConstraint("question", "language", "version", name="wording_once_per_language_and_version")
        ]
