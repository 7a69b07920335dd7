"""What people type about their own account."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from people.models import User


class RecoveryForm(forms.Form):
    """A handle, a recovery code or the code of a card, and a new password."""

    handle = forms.CharField(
        label=_("Your name on this site"),
        help_text=_("With the three signs at its end."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    code = forms.CharField(
        label=_("A recovery code, or the code of a new card"),
        help_text=_("Capital or small letters, with or without hyphens. It works once."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "code", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("A new password"),
        help_text=_("10 signs or more. Four plain words in a row are easy to keep in mind and hard to guess."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Return a password that passes every rule."""
        password: str = self.cleaned_data["password"]
        validate_password(password, User(handle=self.cleaned_data.get("handle", "")))
        return password


class EraseForm(forms.Form):
    """The password, and a tick that it is meant."""

    password = forms.CharField(
        label=_("Your password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    sure = forms.BooleanField(
        label=_("I know that this cannot be undone."),
        error_messages={"required": _("Tick the box if you want to delete the account. Nothing was deleted.")},
    )
