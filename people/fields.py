"""Fields of forms in the staff interface."""

from typing import Any

from django import forms
from wagtail.log_actions import get_active_log_context

from people.models import Organisation, User
from people.permissions import may_manage_accounts


class OrganisationField(forms.ModelChoiceField):
    """Organisations as a tree: each with the way to it, ministry / bureau / station."""

    def __init__(self, queryset: Any = None, **kwargs: Any) -> None:
        super().__init__(queryset, **kwargs)
        self.queryset = Organisation.objects.in_tree() if queryset is None else queryset.in_tree()

    def label_from_instance(self, obj: Organisation) -> str:
        """Return the way to the place."""
        return str(obj.way)  # type: ignore[attr-defined]  # annotated by in_tree


class ColleagueField(forms.ModelChoiceField):
    """Accounts as whoever fills in the form may know them: handles of protected ones for technical administrators."""

    reader: Any = None

    def __deepcopy__(self, memo: dict[int, Any]) -> "ColleagueField":
        """Note who asks while a form is made; when it is drawn, Wagtail has forgotten."""
        found: ColleagueField = super().__deepcopy__(memo)
        found.reader = get_active_log_context().user
        return found

    def label_from_instance(self, obj: User) -> str:
        """Return the handle, or "a colleague" for a protected account that must not be named."""
        return obj.handle if self.reader is not None and may_manage_accounts(self.reader) else str(obj)
