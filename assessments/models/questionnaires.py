"""A lesson that is a questionnaire: statements to agree or disagree with."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from assessments.models.bank import Question, QuestionBank
from courses.models import Enrolment, LessonPage
from courses.translation.fields import SAME_ADDRESS, same


class QuestionnairePage(LessonPage):
    """A questionnaire of all attitude statements of a bank; courses do not know that it exists."""

    bank = models.ForeignKey(QuestionBank, models.PROTECT, related_name="+", verbose_name=_("question bank"))

    content_panels = [*LessonPage.content_panels, FieldPanel("bank")]
    override_translatable_fields = [SAME_ADDRESS, same("bank")]
    template = "assessments/questionnaire.html"
    parent_page_types = ["courses.CoursePage", "courses.ModulePage", "courses.ProgrammePage"]

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")


class QuestionnaireResponse(models.Model):
    """How far somebody agreed with a statement, 1 to 5."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="questionnaire_responses")
    question = models.ForeignKey(Question, models.PROTECT, related_name="questionnaire_responses")
    degree = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("questionnaire response")
        verbose_name_plural = _("questionnaire responses")
        constraints = [
            models.UniqueConstraint("enrolment", "question", name="questionnaire_answered_once"),
            models.CheckConstraint(name="degree_from_1_to_5", condition=models.Q(degree__range=(1, 5))),
        ]
