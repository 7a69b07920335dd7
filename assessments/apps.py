"""TESTING: questions, forms, waves, sittings, responses, scores."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    """The app of tests and questionnaires."""

    name = "assessments"
    verbose_name = _("Assessments")
