"""Named sets of values for tests."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wave(models.TextChoices):
    """The moment a test is for."""

    INTAKE = "INTAKE", _("First test, when you arrive")
    END = "END", _("Test at the end of the course")
    FOLLOW_UP = "FOLLOW_UP", _("Second test, three months later")
    ANNUAL = "ANNUAL", _("December exam")


class QuestionKind(models.TextChoices):
    """What a question asks about. Only knowledge counts towards a score."""

    KNOWLEDGE = "KNOWLEDGE", _("Knowledge")
    ATTITUDE = "ATTITUDE", _("Attitude")


class SittingState(models.TextChoices):
    """Where a sitting stands."""

    OPEN = "OPEN", _("Open")
    SUBMITTED = "SUBMITTED", _("Submitted")


class RuleKind(models.TextChoices):
    """How an awareness rule turns answers into a figure."""

    MEAN_PERCENT = "MEAN_PERCENT", _("Mean over people of per cent correct")
    AT_LEAST_K = "AT_LEAST_K", _("Share of people with at least k right")


DONT_KNOW = "dk"
