"""FRONT DOOR: home page, learner's page, base template, styles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The app of the front door."""

    name = "home"
    verbose_name = _("Home")
