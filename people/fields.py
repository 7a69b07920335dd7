"""Fields of forms in the staff interface."""

from typing import Any

from django import forms

from people.models import Organisation


class OrganisationField(forms.ModelChoiceField):
    """Organisations as a tree: each with the way to it, ministry / bureau / station."""

    def __init__(self, queryset: Any = None, **kwargs: Any) -> None:
        super().__init__(queryset, **kwargs)
        self.queryset = Organisation.objects.in_tree() if queryset is None else queryset.in_tree()

    def label_from_instance(self, obj: Organisation) -> str:
        """Return the way to the place."""
        return str(obj.way)  # type: ignore[attr-defined]  # annotated by in_tree
