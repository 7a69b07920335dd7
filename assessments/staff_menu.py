"""Grading anew and marking in the menu of the staff interface, for whom the views let in."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from assessments.permissions import may_regrade
from people.choices import Role
from people.permissions import has_role


class RegradeMenuItem(MenuItem):
    """Shown to moderators and administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the rule that guards the views."""
        return may_regrade(request.user)


class MarkingMenuItem(MenuItem):
    """Shown to trainers."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the role that the views ask for."""
        return has_role(request.user, Role.TRAINER)


def regrade_menu_item() -> MenuItem:
    """Return the way to grading anew."""
    return RegradeMenuItem(_("Grade anew"), reverse_lazy("regrade_list"), name="regrade", icon_name="rotate", order=320)


def marking_menu_item() -> MenuItem:
    """Return the way to marking."""
    return MarkingMenuItem(_("Marking"), reverse_lazy("marking_list"), name="marking", icon_name="edit", order=330)
