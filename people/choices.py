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
    TRAINER = "Trainers", _("Trainer")
    LEAD = "Leads", _("Programme lead")
    AUDITOR = "Auditors", _("Auditor")


# Audiences are data with an English name; these are the ones that ship, so that their translations are found.
AUDIENCE_NAMES = (
    gettext_noop("Police officers"),
    gettext_noop("Social workers"),
    gettext_noop("Backbone peers"),
    gettext_noop("Fellows"),
)
