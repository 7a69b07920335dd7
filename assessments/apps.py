"""TESTING: questions, forms, waves, sittings, responses, scores."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    """Gathers what upper apps give for a step."""

    name = "assessments"
    verbose_name = _("Assessments")

    def ready(self) -> None:
        """Let upper apps register what hangs on a step."""
        autodiscover_modules("stakes")
