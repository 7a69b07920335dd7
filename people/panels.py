"""One's own account in the staff interface: Wagtail's page without an address and without a picture."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel

from people.identity import keep_identity, own_identity
from people.models import User
from people.permissions import is_protected


class IdentityForm(forms.Form):
    """A name and an address somebody may leave; two empty fields forget both."""

    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    address = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)

    def __init__(self, *args: Any, instance: User, **kwargs: Any) -> None:
        self.user = instance
        name, address = own_identity(instance)
        super().__init__(*args, initial={"name": name, "address": address}, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Refuse a protected account, which keeps neither."""
        data = super().clean() or self.cleaned_data
        if is_protected(self.user):
            raise ValidationError(_("A protected account keeps no name and no address."))
        return data

    def save(self) -> None:
        """Keep what was typed, sealed; raises ProtectedAccountError as the last guard."""
        if self.has_changed():
            keep_identity(self.user, **self.cleaned_data)


class IdentityPanel(BaseSettingsPanel):
    """Takes the place of Wagtail's name and address."""

    name = "identity"
    title = _("Name and address (only if you wish)")
    help_text = _("You need to give neither. They are kept sealed, and who reads your name is recorded.")
    order = 100
    form_class = IdentityForm

    def is_active(self) -> bool:
        """Show it to those who may keep a name at all."""
        return not is_protected(self.user)
