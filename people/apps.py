"""WHO: accounts, organisations, audiences and site-wide roles."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """The app of accounts."""

    name = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        """Have allauth tell us of second factors."""
        import_module("people.factors").listen()
