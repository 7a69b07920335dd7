"""What a holder and a verifier type."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.typesetting import missing_characters, printable


class SheetForm(forms.Form):
    """The name to print; asked each time, kept never."""

    name = forms.CharField(
        label=gettext_lazy("The name to print"),
        help_text=gettext_lazy("Any name you are known by. It is printed on the sheet and then forgotten."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )

    def clean_name(self) -> str:
        """Return a name that can be printed; signs no font has are named."""
        name = printable(self.cleaned_data["name"])
        missing = missing_characters(name, settings.FONTS_ROOT)
        if missing:
            raise forms.ValidationError(
                _("These signs cannot be printed: %(signs)s. Write the name without them.") % {"signs": missing}
            )
        if not name.strip():
            raise forms.ValidationError(_("Type the name that the sheet shall carry."))
        return name


class VerifyForm(forms.Form):
    """A certificate code, and a name to compare if one wants to."""

    code = forms.CharField(
        label=gettext_lazy("The 24 letters and numbers beside the QR code"),
        help_text=gettext_lazy(
            "Capital or small letters, with or without spaces. The letters O, I and L count as 0, 1 and 1."
        ),
        max_length=200,
        widget=forms.TextInput(
            attrs={"class": "code", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    name = forms.CharField(
        label=gettext_lazy("The name printed on it, if you want to compare it"),
        help_text=gettext_lazy("We answer “matches” or “does not match”. We do not store what you type."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
