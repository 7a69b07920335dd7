"""Rows of a form that must differ: the database would refuse them without a sentence."""

from typing import Any

from django.forms import BaseFormSet


def refuse_twins(formset: BaseFormSet, field: str, sentence: str) -> None:
    """Put the sentence beside each row whose field says what an earlier row says."""
    if not formset.is_valid():
        return
    seen: set[Any] = set()
    for form in formset.forms:
        value = form.cleaned_data.get(field)
        if form in formset.deleted_forms or value is None:
            continue
        if value in seen:
            form.add_error(field, sentence)
        seen.add(value)
