"""TESTING: questions, forms, waves, sittings, responses, scores."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    """Gathers what upper apps show beside a question, and hears when one is published."""

    name = "assessments"
    verbose_name = _("Assessments")

    def ready(self) -> None:
        """Let upper apps register their panels; listen to Wagtail."""
        autodiscover_modules("panels")
        import_module("assessments.usage")
        import_module("assessments.listeners").listen()
