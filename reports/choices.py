"""Named sets of values for reports."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Population(models.TextChoices):
    """Whom a report counts: invented people or real ones, never both."""

    SYNTHETIC = "synthetic", _("Synthetic people")
    REAL = "real", _("Real people")


class WaveName(models.TextChoices):
    """The waves as a report calls them; the values are those of the tests."""

    INTAKE = "INTAKE", pgettext_lazy("wave", "First test")
    END = "END", pgettext_lazy("wave", "End of the course")
    FOLLOW_UP = "FOLLOW_UP", pgettext_lazy("wave", "Three months on")
    ANNUAL = "ANNUAL", pgettext_lazy("wave", "December exam")
