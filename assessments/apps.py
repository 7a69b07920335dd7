"""TESTING: questions, forms, waves, sittings, responses, scores."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    """Gathers what upper apps show beside a question, say of a regrade and give for a step; hears of publishing."""

    name = "assessments"
    verbose_name = _("Assessments")

    def ready(self) -> None:
        """Let upper apps register what hangs on a test; listen to Wagtail."""
        autodiscover_modules("consequences", "panels", "stakes", "usage")
        import_module("assessments.listeners").listen()
