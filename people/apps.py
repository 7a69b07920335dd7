"""WHO: accounts, organisations, audiences and site-wide roles."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Gathers what upper apps erase."""

    name = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        """Let upper apps register what must go when a person goes."""
        autodiscover_modules("erasure")
