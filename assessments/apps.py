"""TESTING: questions, forms, waves, sittings, responses, scores."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    """The app of tests and questionnaires. Gathers what upper apps say follows from a regrade."""

    name = "assessments"
    verbose_name = _("Assessments")

    def ready(self) -> None:
        """Let upper apps register what a regrade changes for them."""
        autodiscover_modules("consequences")
