"""People in the staff interface: who may touch accounts, what is kept of it, which screens there are."""

from django.contrib.auth.models import Group
from django.db.models import ForeignKey
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction

from people.choices import Role
from people.fields import ColleagueField, OrganisationField
from people.models import Organisation, User
from people.permissions import has_role
from people.place_viewsets import PeopleGroup
from people.policies import AdministratorsOnly
from people.views.audit import staff_audit, staff_audit_table
from people.views.first_code import first_code

register_permission_policy(User, AdministratorsOnly(User, ("view", "add", "change")))
register_permission_policy(Group, AdministratorsOnly(Group, ("view", "add", "change", "delete")))
# Every form of the staff interface that asks for an organisation shows the tree.
register_form_field_override(ForeignKey, to=Organisation, override={"form_class": OrganisationField})
register_form_field_override(ForeignKey, to=User, override={"form_class": ColleagueField})


@hooks.register("register_log_actions", order=1)
def keep_no_log_of_accounts(actions: LogActionRegistry) -> None:
    """Let Wagtail's own log keep nothing of accounts: it would hold handles. The staff audit records these deeds."""
    actions.log_entry_models_by_type.register(User, value=None)


def _closed(action: type[UserBulkAction]) -> type[UserBulkAction]:
    """Return an action on many accounts at once that does not exist: it would pass by the rules and the audit."""

    def dispatch(self: UserBulkAction, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        raise Http404

    return type(f"Closed{action.__name__}", (action,), {"dispatch": dispatch})


for bulk_action in (AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction):
    # After Wagtail's own, which it replaces under the same name.
    hooks.register("register_bulk_action", _closed(bulk_action), order=1)


@hooks.register("construct_help_menu")
def lead_to_no_other_host(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out what leads to Wagtail's own sites, and says there where the reader comes from."""
    menu_items[:] = [one for one in menu_items if not str(one.url).startswith(("http:", "https:", "//"))]


@hooks.register("register_admin_urls")
def people_urls() -> list[URLPattern]:
    """Hang what has no viewset below the staff interface."""
    return [
        path("users/<uuid:user_id>/code/", first_code, name="first_code"),
        path("reports/staff/", staff_audit, name="staff_audit"),
        path("reports/staff/table.csv", staff_audit_table, name="staff_audit_table"),
    ]


@hooks.register("register_admin_viewset")
def people() -> PeopleGroup:
    """Show audiences and organisations in the staff interface."""
    return PeopleGroup()


@hooks.register("register_account_menu_item")
def own_page(request: HttpRequest) -> dict[str, str]:
    """Lead from one's account to one's own page, where password and sign-in are looked after."""
    return {"url": reverse("me"), "label": _("My page"), "help_text": _("Your steps, and how you sign in.")}


class AuditMenuItem(MenuItem):
    """Shown to those whom the views let in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the rule that guards the views."""
        return has_role(request.user, Role.AUDITOR)


@hooks.register("register_reports_menu_item")
def audit_menu_item() -> MenuItem:
    """Put the staff audit into the menu of reports."""
    return AuditMenuItem(
        _("What staff did"), reverse_lazy("staff_audit"), name="staff-audit", icon_name="history", order=110
    )
