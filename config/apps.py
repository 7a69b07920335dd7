"""Commands and checks that need every app; nobody imports this one."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The app that ties all others together."""

    name = "config"
