"""LEARNING: programmes and steps, pages and blocks, cohorts, enrolments, completions."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    """Gathers what upper apps hang on steps: doors into a step, news of a finished one, what else is required."""

    name = "courses"
    verbose_name = _("Courses")

    def ready(self) -> None:
        """Let upper apps register their doors, listeners and requirements."""
        autodiscover_modules("doors", "news", "requirements", "materials")
