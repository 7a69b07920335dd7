"""Commands and checks that need every app; nobody imports this one."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ConfigConfig(AppConfig):
    """The app that ties all others together."""

    name = "config"

    def ready(self) -> None:
        """Load the checks of the house."""
        autodiscover_modules("checks")
