"""WHO: accounts, organisations, audiences and site-wide roles."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    """The app of accounts."""

    # Django would find two in this module.
    default = True
    name = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        """Gather what upper apps let go of when an account is erased; have allauth tell us of second factors."""
        autodiscover_modules("erasure")
        import_module("people.factors").listen()


class StaffAccountsConfig(WagtailUsersAppConfig):
    """Wagtail's screens of accounts and groups, with our own forms: it would ask for an address and names."""

    user_viewset = "people.viewsets.AccountViewSet"
