"""What a page of a test sends. Shape only."""

from django import forms


class AnswerForm(forms.Form):
    """One answer with the place it is for and the order it was given in."""

    item = forms.IntegerField(min_value=1)
    form = forms.IntegerField(min_value=1)
    choice = forms.CharField(max_length=4, required=False)
    sequence = forms.IntegerField(min_value=1, max_value=2**60)
    back = forms.BooleanField(required=False)
    go = forms.CharField(max_length=10, required=False)
