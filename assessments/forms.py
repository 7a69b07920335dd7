"""What a page of a test sends. Shape only."""

from django import forms


class AnswerForm(forms.Form):
    """The place an answer is for and the order it was given in; the answer itself is read by the item's type."""

    item = forms.IntegerField(min_value=1)
    form = forms.IntegerField(min_value=1)
    sequence = forms.IntegerField(min_value=1, max_value=2**60)
    back = forms.BooleanField(required=False)
    go = forms.CharField(max_length=10, required=False)
