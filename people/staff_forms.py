"""What technical administrators type about accounts."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.choices import PrivacyClass, Role
from people.fields import OrganisationField
from people.handles import fault, tidy
from people.models import Audience, Organisation, User

HANDLE_FAULTS = {
    "short": _("This name is too short. Use 2 to 24 letters, numbers or hyphens."),
    "long": _("This name is too long. Use 2 to 24 letters, numbers or hyphens."),
    "signs": _("Only letters, numbers and hyphens, please. An address or a sign such as @ could lead to you."),
    "number": _(
        "This looks like a phone or ID number, and a number can lead to somebody. Take another name for this account."
    ),
}


class AudienceField(forms.ModelChoiceField):
    """Audiences by their translated name, with the class on which the wall stands."""

    def label_from_instance(self, obj: Audience) -> str:
        """Return the name and the class."""
        return f"{gettext(obj.name)} ({obj.get_privacy_class_display()})"


class RolesField(forms.ModelMultipleChoiceField):
    """Groups, called by the role they stand for."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Group) -> str:
        """Return the role's name, or the group's where it is no role of ours."""
        return role_name(obj.name)


def role_name(group: str) -> str:
    """Return what a group is called on screens."""
    return str(Role(group).label) if group in Role.values else group


class StaffAccountForm(forms.ModelForm):
    """A new account of the staff: no address, no name, no password."""

    audience = AudienceField(
        Audience.objects.all(),
        label=_("Audience"),
        help_text=_("Everybody of the police belongs to an audience of that class. The class can never be changed."),
    )
    organisation = OrganisationField(
        Organisation.objects.all(), label=_("Organisation"), required=False, help_text=_("Never for protected people.")
    )
    groups = RolesField(Group.objects.order_by("name"), label=_("Roles"), required=False)
    is_superuser = forms.BooleanField(
        label=_("Technical administrator"),
        required=False,
        help_text=_("Sees the handle of every account and may do everything. Give it to as few as possible."),
    )

    class Meta:
        model = User
        fields = ["handle", "audience", "organisation", "groups", "is_superuser"]
        error_messages = {"handle": {"unique": _("There is an account with this name already. Choose another name.")}}

    def clean_handle(self) -> str:
        """Return a name in the form in which names are kept; one that stays as it was is not judged again."""
        typed: str = self.cleaned_data["handle"]
        found = tidy(typed)
        if found != self.instance.handle and (wrong := fault(found)) in HANDLE_FAULTS:
            raise ValidationError(HANDLE_FAULTS[wrong])
        return found

    def clean_audience(self) -> Audience:
        """Return an audience of the account's own class, which never changes."""
        audience: Audience = self.cleaned_data["audience"]
        if self.instance.privacy_class not in {"", audience.privacy_class}:
            raise ValidationError(
                _("An account keeps its privacy class: choose an audience of the same class, or make a new account.")
            )
        return audience

    def clean(self) -> dict[str, Any]:
        """Refuse what no account may be: staff without a role, a police administrator, a peer with a place."""
        data = super().clean() or self.cleaned_data
        kind = data["audience"].privacy_class if data.get("audience") else self.instance.privacy_class
        if kind == PrivacyClass.LAW_ENFORCEMENT and data.get("is_superuser"):
            self.add_error("is_superuser", _("A police account cannot administer the site: it would see the peers."))
        if kind == PrivacyClass.PROTECTED and data.get("organisation"):
            self.add_error("organisation", _("A protected account keeps no organisation. Leave this empty."))
        if self.instance._state.adding and not data.get("groups") and not data.get("is_superuser"):
            self.add_error("groups", _("An account of the staff needs a role. Tick at least one."))
        return data


class ChangeStaffAccountForm(StaffAccountForm):
    """An account of the staff as it stands, and whether it may sign in."""

    class Meta(StaffAccountForm.Meta):
        fields = ["handle", "audience", "organisation", "groups", "is_superuser", "is_active"]

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].help_text = _(
            "Without any role the account is no staff account any more, and no role can be given to it again."
        )
        if editing_self:
            # Nobody locks themselves out.
            del self.fields["is_superuser"]
            del self.fields["is_active"]


class LearnerAccountForm(forms.ModelForm):
    """A learner's account: closed or opened again, and nothing else."""

    class Meta:
        model = User
        fields = ["is_active"]
        help_texts = {
            "is_active": _(
                "A closed account signs nobody in, and is signed out everywhere at once. Nothing is deleted."
            )
        }

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
