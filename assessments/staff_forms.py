"""What staff send about questions and answers that were given before. Shape only; what a key may be its type says."""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.definitions import definition_of, words_of
from assessments.item_types import TYPES
from assessments.models import Question
from assessments.rescoring import Change

KEY, EVERYWHERE = "key", "everywhere"


class ChangeForm(forms.Form):
    """What shall change about a question; `change` returns it once the form is valid."""

    what = forms.ChoiceField(label=_("What was wrong"), widget=forms.RadioSelect)
    key = forms.CharField(
        label=_("Right answer"),
        max_length=200,
        required=False,
        strip=True,
        help_text=_("As it stands in the bank: for options their letter. Leave it as it is to grade with it again."),
    )

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        items = question.items.filter(is_dropped=False).select_related("form__instrument").order_by("form", "position")
        self.has_key = question.type in TYPES and not TYPES[question.type].is_marked_by_person
        choices: list[tuple[str, Any]] = [(KEY, _("The right answer is another one"))] if self.has_key else []
        choices += [(EVERYWHERE, _("The question cannot be used: drop it from every form"))] if items else []
        choices += [(str(one.pk), gettext("Drop it from form {form} only").format(form=one.form)) for one in items]
        field = self.fields["what"]
        field.choices = choices
        self.fields["key"].initial = question.key
        if not self.has_key:
            del self.fields["key"]

    def clean(self) -> dict[str, Any]:
        """Ask the type of the question whether the key is one."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("what") == KEY:
            faults = self._faults(data.get("key", ""))
            if faults:
                self.add_error("key", ValidationError(faults))
        return data

    def change(self) -> Change:
        """Return what was asked for."""
        what = self.cleaned_data["what"]
        if what == KEY:
            return Change.of_key(self.question, self.cleaned_data["key"])
        return Change.drop(self.question, None if what == EVERYWHERE else int(what))

    def _faults(self, key: str) -> list[str]:
        wordings = list(self.question.wordings.all())
        newest = max(wordings, key=lambda one: (one.language == "en", one.version), default=None)
        if newest is None:
            return []
        definition = replace(definition_of(self.question, wordings), key=key)
        return TYPES[self.question.type].faults(definition, words_of(newest))


class ReasonForm(forms.Form):
    """Why a regrade is done; it is kept with it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=255,
        help_text=_("One sentence for whoever asks later. Nothing about a person."),
    )


class MarkForm(forms.Form):
    """The points of one free text, from 0 to `most`."""

    points = forms.TypedChoiceField(label=_("Points"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["points"]
        field.choices = [(at, str(at)) for at in range(most + 1)]
