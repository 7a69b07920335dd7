"""LEARNING: programmes and steps, pages and blocks, cohorts, enrolments, completions."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    """Gathers what upper apps hang on steps: doors into a step, news of a finished one; hears of published lessons."""

    name = "courses"
    verbose_name = _("Courses")

    def ready(self) -> None:
        """Let upper apps register their doors, their share of an exported course, and listeners; hear what is published."""
        autodiscover_modules("doors", "exchange", "news", "indexing")
