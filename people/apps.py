"""WHO: accounts, organisations, audiences and site-wide roles."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """The app of accounts."""

    name = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        """Gather what upper apps let go of when an account is erased."""
        autodiscover_modules("erasure")
