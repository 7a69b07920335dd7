"""WHO: accounts, organisations, audiences and site-wide roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    """The app of accounts."""

    # Django would find two in this module.
    default = True
    name = "people"
    verbose_name = _("People")


class StaffAccountsConfig(WagtailUsersAppConfig):
    """Wagtail's screens of accounts and groups, with our own forms: it would ask for an address and names."""

    user_viewset = "people.viewsets.AccountViewSet"
