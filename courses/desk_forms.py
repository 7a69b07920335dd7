"""What authors and owners state on the desk."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

MONTH = re.compile(r"^[12]\d{3}-(?:0[1-9]|1[0-2])$")


class ChangeForm(forms.Form):
    """A substantial change, said to those who had finished the lesson."""

    note = forms.CharField(
        label=_("What has changed, in one sentence"),
        max_length=300,
        required=False,
        help_text=_("Learners read it at the top of the lesson, in this language. May be left empty."),
    )


class MonthField(forms.Field):
    """A month as its first day; typed or chosen as 2026-11."""

    widget = forms.TextInput(attrs={"type": "month", "pattern": r"\d{4}-\d{2}", "placeholder": "2026-11"})

    def to_python(self, value):
        """Return the first day of the month; raises ValidationError for anything else."""
        month = parse_date(f"{value}-01") if MONTH.match(str(value or "")) else None
        if month is None:
            raise ValidationError(_("Write the month as year and month, for example 2026-11."))
        return month


class ReviewForm(forms.Form):
    """The month in which a reader of the field read a translation."""

    month = MonthField(label=_("Read in"), help_text=_("Year and month, for example 2026-11."))
    with_pages = forms.BooleanField(label=_("And every page in it"), required=False)

    def clean_month(self):
        """Refuse a month that is still to come."""
        month = self.cleaned_data["month"]
        if month > timezone.localdate():
            raise ValidationError(_("This month is still to come. Write the month in which the text was read."))
        return month
