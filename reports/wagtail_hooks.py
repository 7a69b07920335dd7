"""The reports in the staff interface: addresses and menu item."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from reports.permissions import may_read_clearness, may_read_gains
from reports.urls import urlpatterns


class GainsMenuItem(MenuItem):
    """Shown to those whom the views let in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the rule that guards the views."""
        return may_read_gains(request.user)


class ClearnessMenuItem(MenuItem):
    """Shown to those whom the view lets in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the rule that guards the view."""
        return may_read_clearness(request.user)


@hooks.register("register_admin_urls")
def gain_urls() -> list:
    """Hang the reports below the staff interface."""
    return urlpatterns


@hooks.register("register_reports_menu_item")
def gains_menu_item() -> MenuItem:
    """Put the report into the menu of reports."""
    return GainsMenuItem(
        _("Knowledge before and after"), reverse_lazy("gain_list"), name="gains", icon_name="history", order=100
    )


@hooks.register("register_reports_menu_item")
def clearness_menu_item() -> MenuItem:
    """Put what was said of lessons into the menu of reports."""
    return ClearnessMenuItem(
        _("Were lessons clear?"), reverse_lazy("clearness"), name="clearness", icon_name="comment", order=110
    )
