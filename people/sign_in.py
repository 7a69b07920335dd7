"""The forms of signing in and of a new password; allauth asks for the first by its name in the settings."""

from typing import Any

from allauth.account.forms import LoginForm
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
