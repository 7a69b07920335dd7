"""COUNTING: measures, disclosure control, charts, exports."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """The app of reports."""

    name = "reports"
    verbose_name = _("Reports")
