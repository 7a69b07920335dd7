"""WHO: accounts, organisations, audiences and site-wide roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """The app of accounts."""

    name = "people"
    verbose_name = _("People")
