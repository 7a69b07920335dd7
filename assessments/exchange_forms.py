"""What comes in when questions are brought in or taken out as files."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from assessments.formats import FORMATS, LARGEST, guess
from assessments.models import QuestionBank
from assessments.sealed import Sent

BY_NAME = ""


class UploadForm(forms.Form):
    """A file, the bank it is for, and how it is to be read."""

    bank = forms.ModelChoiceField(QuestionBank.objects.none(), label=_("Into which bank"), empty_label=None)
    file = forms.FileField(
        label=_("File"),
        max_length=200,
        allow_empty_file=True,
        error_messages={
            "required": _("Choose a file."),
            "max_length": _("The name of the file is too long: shorten it."),
        },
    )
    format = forms.ChoiceField(label=_("Format"), required=False)
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, help_text=_("Of questions for which the file names none.")
    )

    def __init__(self, *args: Any, banks: QuerySet[QuestionBank], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bank"].queryset = banks
        named = [(one.code, one.label) for one in FORMATS.values()]
        self.fields["format"].choices = [(BY_NAME, _("By the name of the file")), *named]

    def clean(self) -> dict[str, Any]:
        """Refuse a file that is too large before it is read, and one whose format nobody can tell."""
        found = super().clean() or {}
        file = found.get("file")
        if file is not None and file.size > LARGEST:
            self.add_error("file", _("The file is larger than 1.5 MB: divide it."))
        elif file is not None:
            found["body"] = file.read()
            found["format"] = found.get("format") or guess(file.name, found["body"])
            if not found["format"]:
                self.add_error("format", _("The name of the file tells no format: choose one."))
        return found

    def sent(self) -> Sent:
        """Return what was sent."""
        held = self.cleaned_data
        return Sent(held["file"].name, held["format"], held["bank"].slug, held["language"], held["body"])


class ConfirmForm(forms.Form):
    """The word to write what the report has shown."""

    sealed = forms.CharField(strip=False)
    accept_losses = forms.BooleanField(required=False)


class ExportForm(forms.Form):
    """A bank and a format."""

    bank = forms.ModelChoiceField(QuestionBank.objects.none(), label=_("Which bank"), empty_label=None)
    format = forms.ChoiceField(label=_("Format"))
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, banks: QuerySet[QuestionBank], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bank"].queryset = banks
        written = [(one.code, one.label) for one in FORMATS.values() if one.write]
        self.fields["format"].choices = written
