"""Named sets of values for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class PrivacyClass(models.TextChoices):
    """What an audience has to fear, and so what may be shown of it."""

    PROTECTED = "protected", _("Protected")
    LAW_ENFORCEMENT = "law_enforcement", _("Law enforcement")
    ORDINARY = "ordinary", _("Ordinary")


class OrganisationKind(models.TextChoices):
    """Kinds of places people belong to."""

    MINISTRY = "ministry", _("Ministry")
    BUREAU = "bureau", _("Bureau")
    STATION = "station", _("Station")
    NGO = "ngo", _("Community organisation")
    CLINIC = "clinic", _("Clinic")


class Role(models.TextChoices):
    """Site-wide roles; each is the name of a group. Cohort roles live in `courses`."""

    AUTHOR = "Authors", _("Author")
    MODERATOR = "Moderators", _("Moderator")
    TRANSLATOR = "Translators", _("Translator")
    TRAINER = "Trainers", _("Trainer")
    LEAD = "Leads", _("Programme lead")
    AUDITOR = "Auditors", _("Auditor")


class WayIn(models.TextChoices):
    """Ways back into an account."""

    CODE = "code", _("Recovery code")
    CARD = "card", _("New card")


class Deed(models.TextChoices):
    """What the staff audit records: reading about people, giving rights, making ways in."""

    READ_COHORT = "read cohort", _("Read the page of a cohort")
    MADE_CODES = "made codes", _("Made join codes")
    PRINTED_CARDS = "printed cards", _("Printed join cards")
    WITHDREW_CODE = "withdrew code", _("Withdrew a join code")
    MADE_CARD = "made card", _("Made a new card for a learner")
    GAVE_RIGHT = "gave right", _("Gave a right over a cohort")
    TOOK_RIGHT = "took right", _("Took back a right over a cohort")
    MADE_ACCOUNT = "made account", _("Made a staff account")
    CHANGED_ACCOUNT = "changed account", _("Changed an account")
    CLOSED_ACCOUNT = "closed account", _("Closed an account")
    OPENED_ACCOUNT = "opened account", _("Opened an account again")
    READ_ACCOUNTS = "read accounts", _("Read the list of accounts")
    READ_IDENTITY = "read identity", _("Read a name")
    READ_REPORT = "read report", _("Read a report")
    SAVED_REPORT = "saved report", _("Saved figures of a report")
    ERASED_ACCOUNT = "erased account", _("Erased an account")
    REGRADED = "regraded", _("Graded a question anew")
    MARKED = "marked answers", _("Marked free texts")
    OPENED_ROOM = "opened room", _("Opened the room of a test")
    CLOSED_ROOM = "closed room", _("Closed the room of a test")
    READ_ROOM = "read room", _("Looked into the room of a test")
    ACCEPTED_LATE = "accepted late", _("Accepted late answers")
    GAVE_TIME = "gave time", _("Gave a learner more time")
    TOOK_TIME = "took time", _("Took back more time")
    SIGNED_SESSION = "signed session", _("Signed off a session in a room")


# Audiences are data with an English name; these are the ones that ship, so that their translations are found.
AUDIENCE_NAMES = (
    gettext_noop("Police officers"),
    gettext_noop("Social workers"),
    gettext_noop("Backbone peers"),
    gettext_noop("Fellows"),
)
