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
    """What a question asks about. Only knowledge counts towards a score; behaviour is a blind ballot."""

    KNOWLEDGE = "KNOWLEDGE", _("Knowledge")
    ATTITUDE = "ATTITUDE", _("Attitude")
    BEHAVIOUR = "BEHAVIOUR", _("Behaviour")


class TypeCode(models.TextChoices):
    """How a question is answered; each has its file in `item_types`."""

    SINGLE_CHOICE = "single-choice", _("One right option")
    MULTIPLE_RESPONSE = "multiple-response", _("Several right options")
    TRUE_FALSE = "true-false", _("True, false, I don't know")
    ORDERING = "ordering", _("Put in order")
    MATCHING = "matching", _("Match pairs")
    CLOZE = "cloze", _("Fill the gaps")
    SHORT_TEXT = "short-text", _("Short answer")
    NUMERIC = "numeric", _("Number")
    PICTURE_CHOICE = "picture-choice", _("One right picture")
    RATING = "rating", _("Scale from 1 to 5")
    OPEN_TEXT = "open-text", _("Free text, marked by a person")


class Scoring(models.TextChoices):
    """How an answer with several parts is scored. Points are whole numbers (docs/rules/scoring.md)."""

    ALL_OR_NOTHING = "all-or-nothing", _("One point if everything is right")
    PARTIAL = "partial", _("One point for each right part")
    PENALTY = "penalty", _("One point for each right part, one less for each wrong one, never below 0")


class FormKind(models.TextChoices):
    """Where the items of a paper come from."""

    FIXED = "FIXED", _("These items in this order")
    BLUEPRINT = "BLUEPRINT", _("Drawn for each person from a blueprint")


class Layout(models.TextChoices):
    """How a test is laid out."""

    ONE_BY_ONE = "ONE_BY_ONE", _("One question on a page")
    ONE_PAGE = "ONE_PAGE", _("All questions on one page")


class Feedback(models.TextChoices):
    """What a learner is told, and when."""

    NONE_UNTIL_CLOSED = "NONE_UNTIL_CLOSED", _("Nothing until the test has closed for this person")
    TOPICS = "TOPICS", _("After handing in: points by topic")
    ANSWERS = "ANSWERS", _("After handing in: points, and each question with its reason")
    IMMEDIATE = "IMMEDIATE", _("After each answer (self-checks only)")


class SittingState(models.TextChoices):
    """Where a sitting stands."""

    OPEN = "OPEN", _("Open")
    SUBMITTED = "SUBMITTED", _("Submitted")


class Ending(models.TextChoices):
    """How a sitting ended."""

    HANDED_IN = "HANDED_IN", _("Handed in")
    GRACE = "GRACE", _("Handed in within a minute after the end")
    TIME_UP = "TIME_UP", _("The time was over")
    ROOM_CLOSED = "ROOM_CLOSED", _("The room was closed")


class Timing(models.TextChoices):
    """When an answer arrived. A late one counts only if whoever opened the room accepts it."""

    ON_TIME = "ON_TIME", _("On time")
    GRACE = "GRACE", _("Within a minute after the end")
    LATE = "LATE", _("Late")


class RuleKind(models.TextChoices):
    """How an awareness rule turns answers into a figure."""

    MEAN_PERCENT = "MEAN_PERCENT", _("Mean over people of per cent correct")
    AT_LEAST_K = "AT_LEAST_K", _("Share of people with at least k right")


DONT_KNOW = "dk"
