"""What somebody types to join. Shape only: rules are called from the pure modules."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from people.codes import normalised_code
from people.handles import fault, tidy
from people.models import User

HANDLE_FAULTS = {
    "short": _("This name is too short. Use 2 to 24 letters, numbers or hyphens."),
    "long": _("This name is too long. Use 2 to 24 letters, numbers or hyphens."),
    "signs": _("Only letters, numbers and hyphens, please. An address or a sign such as @ could lead to you."),
    "number": _(
        "This looks like a phone or ID number, and a number can lead to you. Invent a name, or take one of these."
    ),
    "name": _("This looks like a real name, and this site should not know yours. Invent one, or take one of these."),
}
OWN = "own"


class JoinCodeForm(forms.Form):
    """The code of a join card."""

    code = forms.CharField(
        label=_("The code on your card"),
        help_text=_("Capital or small letters, with or without hyphens."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"class": "code", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        """Return the code without what people type around it."""
        return normalised_code(self.cleaned_data["code"])


class NoticeForm(forms.Form):
    """The answer to the notice."""

    read = forms.BooleanField(
        label=_("I have read this page."),
        error_messages={"required": _("Tick the box when you have read the page. Nothing is signed.")},
    )


class NameForm(forms.Form):
    """A handle, suggested or invented, and a password."""

    handle = forms.CharField(max_length=60, error_messages={"required": _("Choose one of the names, or invent one.")})
    own = forms.CharField(max_length=60, required=False)
    password = forms.CharField(
        max_length=200, strip=False, error_messages={"required": _("Type a password of 10 signs or more.")}
    )

    def clean(self) -> dict[str, object]:
        """Put the handle together and hold it and the password to their rules."""
        data = super().clean() or self.cleaned_data
        if "handle" in data:
            typed = str(data.get("own") or "") if data["handle"] == OWN or data.get("own") else str(data["handle"])
            data["handle"] = tidy(typed)
            found = fault(str(data["handle"]))
            if found:
                self.add_error("own", HANDLE_FAULTS[found])
        if "password" in data:
            try:
                validate_password(str(data["password"]), User(handle=str(data.get("handle", ""))))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data


class JoinSheetForm(forms.Form):
    """How many join codes to make, for how many people each, until when."""

    count = forms.IntegerField(label=_("Codes"), min_value=1, max_value=60, initial=10)
    seats = forms.IntegerField(label=_("Seats on each code"), min_value=1, max_value=60, initial=1)
    expires_on = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))


class ChosenForm(forms.Form):
    """The row of a list whose button was pressed."""

    chosen = forms.UUIDField()


class AttendedForm(forms.Form):
    """Those who were at a session, among the rows of the cohort's sheet."""

    attended = forms.MultipleChoiceField(
        error_messages={
            "required": _("Nobody is ticked. Tick everybody who was there, then sign off."),
            "invalid_choice": _(
                "Somebody who was ticked is not in this cohort any more. Look at the page again, then sign off."
            ),
        }
    )

    def __init__(self, *args: Any, rows: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["attended"].choices = [(str(row.enrolment), row.handle) for row in rows]


class PeerTrainerForm(forms.Form):
    """The handle of a learner who shall be a peer trainer."""

    handle = forms.CharField(
        label=_("The learner’s name on this site"),
        help_text=_("With the three signs at its end. The learner has joined a cohort that you look after."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


class RightForm(forms.Form):
    """The right that is to be taken back."""

    right = forms.IntegerField(min_value=1)


class CardForm(forms.Form):
    """The code of a new card, as its page sends it back to be printed."""

    code = forms.CharField(max_length=40)


class CodesFileForm(forms.Form):
    """What the page of the recovery codes is to become; the codes come as a list beside it."""

    PICTURE, SHEET = "picture", "sheet"
    kind = forms.ChoiceField(choices=[(PICTURE, PICTURE), (SHEET, SHEET)])
