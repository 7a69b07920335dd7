"""What a trainer sends about rooms and time, and the code a learner types. Shape only."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.choices import Opening
from courses.models import Cohort, Enrolment, Step
from people.codes import normalised_code


class RoomCodeForm(forms.Form):
    """The code that the trainer shows in the room."""

    code = forms.CharField(
        label=_("The code of the room"),
        help_text=_("Your trainer shows it or reads it aloud: six signs, capital or small."),
        max_length=20,
        widget=forms.TextInput(
            attrs={"class": "code", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        """Return the code without what people type around it."""
        return normalised_code(self.cleaned_data["code"])


class RoomForm(forms.Form):
    """The test a room is opened for."""

    test = forms.IntegerField(min_value=1)


class SittingForm(forms.Form):
    """The sitting whose late answers shall count."""

    sitting = forms.UUIDField()


class CloseForm(forms.Form):
    """The tick before a room is closed."""

    sure = forms.BooleanField(
        label=_("Close the room now. What is saved is handed in, and nobody can go on."),
        error_messages={"required": _("Tick the box first: whoever is still at the test cannot go on afterwards.")},
    )


class _OfLearner(forms.Form):
    def __init__(self, cohort: Cohort, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        present = Enrolment.objects.filter(cohort=cohort, learner__isnull=False).select_related("learner")
        field = forms.ModelChoiceField(present.order_by("learner__handle"), label=_("Learner"))
        field.label_from_instance = lambda one: one.learner.handle
        self.fields = {"enrolment": field, **self.fields}


class ExtensionForm(_OfLearner):
    """Days of one's own for a step that closes."""

    def __init__(self, cohort: Cohort, *args: Any, **kwargs: Any) -> None:
        super().__init__(cohort, *args, **kwargs)
        closing = Q(opening=Opening.YEARLY) | Q(opening=Opening.OFFSET, open_days__isnull=False)
        steps = (
            Step.objects.filter(closing, programme=cohort.programme_id).select_related("test").order_by("sort_order")
        )
        field = forms.ModelChoiceField(steps, label=_("Step"))
        field.label_from_instance = step_title
        self.fields = {"enrolment": self.fields.pop("enrolment"), "step": field, **self.fields}

    opens_on = forms.DateField(
        label=_("Opens again on"),
        help_text=_("Empty: open longer, without a break. A day: open once more from then, as a make-up."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    closes_on = forms.DateField(label=_("Open until"), widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        """Ask for the days in their order."""
        data = super().clean() or self.cleaned_data
        if data.get("opens_on") and data.get("closes_on") and data["closes_on"] < data["opens_on"]:
            self.add_error("closes_on", _("The extension ends before it starts. Mend one of the two days."))
        return data


class ExtraTimeForm(_OfLearner):
    """Minutes beside those of every timed test."""

    def __init__(self, cohort: Cohort, *args: Any, **kwargs: Any) -> None:
        # Two forms stand on one page: their fields need ids of their own.
        super().__init__(cohort, *args, auto_id="more_%s", **kwargs)

    minutes = forms.IntegerField(label=_("Minutes more"), min_value=1, max_value=240, initial=15)


class TakeForm(forms.Form):
    """What is taken back: days for a step, or minutes."""

    extension = forms.IntegerField(min_value=1, required=False)
    extra = forms.IntegerField(min_value=1, required=False)


def step_title(step: Step) -> str:
    """Return what a trainer calls a step."""
    return str(step.test.title if hasattr(step, "test") else step.get_kind_display())
