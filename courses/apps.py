"""LEARNING: programmes and steps, pages and blocks, cohorts, enrolments, completions."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    """Gathers what upper apps hang on steps: doors, news, what else is required; hears of published lessons."""

    name = "courses"
    verbose_name = _("Courses")

    def ready(self) -> None:
        """Let upper apps register their doors, listeners, requirements, share of an exported course; hear what is published."""
        autodiscover_modules("doors", "exchange", "news", "requirements", "materials", "indexing", "publications")
