"""The forms of signing in, of passkeys and of a new password; allauth asks for them by name, see the settings."""

import struct
from collections.abc import Callable
from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from people.handles import tidy
from people.models import User


class SignInForm(LoginForm):
    """A handle and a password."""

    def clean_login(self) -> str:
        """Return the handle as it is kept, so that every spelling finds, and counts as, the same account."""
        return tidy(str(self.cleaned_data["login"]))


class PasswordForm(forms.Form):
    """The present password and a new one."""

    current = forms.CharField(
        label=_("Your password until now"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label=_("A new password"),
        help_text=_("10 signs or more. Four plain words in a row are easy to keep in mind and hard to guess."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user: User, *args: Any, shared: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if shared:
            for field in self.fields.values():
                field.widget.attrs["autocomplete"] = "off"

    def clean_current(self) -> str:
        """Return the present password, if it is that."""
        current: str = self.cleaned_data["current"]
        if not self.user.check_password(current):
            raise forms.ValidationError(_("This is not your password. Type the one you sign in with."))
        return current

    def clean_password(self) -> str:
        """Return a password that passes every rule."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password


class Sturdy:
    """Answers a credential that no device makes with a refusal; the library below would fall over it."""

    def clean_credential(self) -> Any:
        """Return what allauth makes of the credential."""
        return refused_if_malformed(super().clean_credential)  # type: ignore[misc]  # a mixin: the form beside it has it


class AskPasskeyForm(Sturdy, AuthenticateWebAuthnForm):
    """A passkey as second factor."""


class SignInPasskeyForm(Sturdy, LoginWebAuthnForm):
    """A passkey as the only thing given."""


class ConfirmPasskeyForm(Sturdy, ReauthenticateWebAuthnForm):
    """A passkey of somebody who is signed in."""


class AddPasskeyForm(AddWebAuthnForm):
    """A new passkey and its name."""

    name = forms.CharField(required=False, max_length=40)

    def clean(self) -> dict[str, Any]:
        """Return what allauth makes of the credential."""
        data: dict[str, Any] = refused_if_malformed(super().clean)
        return data


class RenamePasskeyForm(EditWebAuthnForm):
    """Another name for a passkey."""

    name = forms.CharField(max_length=40)


def refused_if_malformed(read: Callable[[], Any]) -> Any:
    """Return what `read` finds; ValidationError where what was sent has not the shape it should."""
    try:
        return read()
    except (ValueError, TypeError, LookupError, AttributeError, struct.error) as error:
        raise get_adapter().validation_error("incorrect_code") from error
