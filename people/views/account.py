"""One's own account in the staff interface."""

from django.utils.decorators import method_decorator
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    BaseSettingsPanel,
    ChangePasswordPanel,
    NameEmailSettingsPanel,
)

from people.panels import IdentityPanel

# Wagtail's own, which want an address and names, show a face, and check a password by rules of their own.
LEFT_OUT = (NameEmailSettingsPanel, AvatarSettingsPanel, ChangePasswordPanel)


@method_decorator(require_admin_access, name="dispatch")
class OwnAccountView(AccountView):
    """Wagtail's page of one's account, with our panel in the place of theirs."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        """Return the panels without an address and a picture."""
        panels = [one for one in super().get_panels() if not isinstance(one, LEFT_OUT)]
        own = IdentityPanel(self.request, self.request.user, None)
        return [own, *panels] if own.is_active() else panels


own_account = OwnAccountView.as_view()
