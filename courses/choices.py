"""Named sets of values for programmes and cohorts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StepKind(models.TextChoices):
    """What a step asks of a learner."""

    READ = "READ", _("Read one book")
    QUESTIONNAIRE = "QUESTIONNAIRE", _("Fill in one questionnaire")
    WATCH = "WATCH", _("Watch one video")
    COURSE = "COURSE", _("Take the course")
    SESSION = "SESSION", _("Come to a session")
    TEST = "TEST", _("Take a test")
    EXAM = "EXAM", _("Take the exam")


class Opening(models.TextChoices):
    """When a step opens."""

    AT_ONCE = "AT_ONCE", _("At once")
    AFTER_STEP = "AFTER_STEP", _("After another step")
    OFFSET = "OFFSET", _("Days or months after another step")
    YEARLY = "YEARLY", _("In a yearly window")


class CohortRole(models.TextChoices):
    """Rights over one cohort."""

    TRAINER = "TRAINER", _("Trainer")
    PEER_TRAINER = "PEER_TRAINER", _("Peer trainer")


class Clearness(models.TextChoices):
    """What somebody may say of a lesson: clear, or what was in the way."""

    CLEAR = "clear", _("It was clear")
    LONG = "long", _("Too long")
    WORDS = "words", _("Words too hard")
    PLACE = "place", _("It does not fit where I am")
    WRONG = "wrong", _("Something in it is wrong")


class Country(models.TextChoices):
    """Countries whose law and protocol the owner of a site may state. Another one is a line here."""

    CHINA = "CN", _("China")
    CAMBODIA = "KH", _("Cambodia")
    LAOS = "LA", _("Laos")
    MYANMAR = "MM", _("Myanmar")
    THAILAND = "TH", _("Thailand")
    VIET_NAM = "VN", _("Viet Nam")


class LocalTopic(models.TextChoices):
    """What differs from country to country and is to be checked there."""

    NALOXONE = "naloxone", _("Naloxone")
    SYRINGES = "syringes", _("Needles and syringes")
    REPORTING = "reporting", _("What must be reported")
    TESTING = "testing", _("Testing")
    OPIOID_TREATMENT = "opioid-treatment", _("Opioid treatment")
    TAKE_HOME = "take-home", _("Take-home doses")
    PEP = "pep", _("Medicine after a needle-stick")
    CUSTODY = "custody", _("Custody")


ONES = (StepKind.READ, StepKind.QUESTIONNAIRE, StepKind.WATCH)
