"""What a page of a test sends. Shape only."""

from django import forms


class SheetForm(forms.Form):
    """The form a page is of, the order its answers were given in, and the button that was pressed."""

    form = forms.IntegerField(min_value=1)
    sequence = forms.IntegerField(min_value=1, max_value=2**60)
    go = forms.CharField(max_length=10, required=False)


class AnswerForm(SheetForm):
    """The place of one answer besides; the answer itself is read by the item's type."""

    # As wide as the column: a number beyond it is no item's.
    item = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    back = forms.BooleanField(required=False)
