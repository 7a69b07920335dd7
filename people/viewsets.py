"""Accounts in the staff interface: Wagtail's screens with our own forms, without an address."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button
from wagtail.users.views.users import UserViewSet

from people.audit import record
from people.choices import Deed
from people.models import User
from people.permissions import accounts_seen_by, may_manage_accounts
from people.staff_accounts import change_staff_account, close_account, make_staff_account, open_account
from people.staff_forms import ChangeStaffAccountForm, LearnerAccountForm, StaffAccountForm, role_name
from people.views.first_code import first_code_page


def roles_shown(user: User) -> str:
    """Return the roles of an account in words."""
    names = sorted(role_name(group.name) for group in user.groups.all())
    return ", ".join([gettext("Technical administrator")] * user.is_superuser + names)


class SeenAccounts:
    """Lists and fetches only the accounts that may be met: fetching is authorising."""

    request: HttpRequest
    kwargs: dict[str, Any]

    def get_base_queryset(self) -> QuerySet[User]:
        """Return the accounts this one may meet."""
        return accounts_seen_by(self.request.user).select_related("audience").prefetch_related("groups")


class AccountFilterSet(WagtailFilterSet):
    """What the list can be narrowed by."""

    class Meta:
        model = User
        fields = ["is_active", "is_staff", "audience", "groups"]


class AccountIndexView(SeenAccounts, generic.IndexView):
    """The list of accounts; reading it is recorded."""

    page_title = _("Accounts")
    add_item_label = _("Add a staff account")
    search_fields = ["handle"]
    any_permission_required = ["view"]

    @cached_property
    def columns(self) -> list[Column]:
        """Return handle, audience, state and roles; never an address."""
        return [
            TitleColumn("handle", label=_("Name on this site"), sort_key="handle", get_url=self.get_edit_url),
            Column(
                "audience", label=_("Audience"), accessor=lambda one: gettext(one.audience.name) if one.audience else ""
            ),
            Column(
                "state",
                label=_("State"),
                accessor=lambda one: gettext("may sign in") if one.is_active else gettext("closed"),
                sort_key="is_active",
            ),
            Column("roles", label=_("Roles"), accessor=roles_shown),
        ]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Leave out the export that Wagtail offers for every list: no list of accounts leaves the site."""
        super().setup(request, *args, **kwargs)
        self.is_export = False

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Record that the list was read."""
        record(request.user, Deed.READ_ACCOUNTS)
        return super().get(request, *args, **kwargs)


class AccountCreateView(generic.CreateView):
    """A new account of the staff; its one-time code is shown once, in the answer itself."""

    page_title = _("New staff account")
    code = ""

    def save_instance(self) -> User:
        """Make the account."""
        user, self.code = make_staff_account(**self.form.cleaned_data, by=self.request.user, on=timezone.localdate())
        return user

    def save_action(self) -> HttpResponse:
        """Show the code: no redirect, since nothing may keep it until the next page."""
        return first_code_page(self.request, self.object, self.code)


class AccountEditView(SeenAccounts, generic.EditView):
    """An account: all of a colleague's, of a learner's whether it is open."""

    page_title = _("Account")

    def get_object(self, queryset: Any = None) -> User:
        """Return an account one may meet; whether it exists is told to technical administrators alone."""
        if not may_manage_accounts(self.request.user):
            raise PermissionDenied
        found: User = get_object_or_404(self.get_base_queryset(), pk=unquote(str(self.kwargs["pk"])))
        return found

    def get_page_subtitle(self) -> str:
        """Return the handle: a technical administrator meets all of them."""
        return self.object.handle

    def get_form_class(self) -> type[ModelForm]:
        """Return the form for staff, or the one for learners."""
        return ChangeStaffAccountForm if self.object.is_staff else LearnerAccountForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form whether it is one's own account."""
        return super().get_form_kwargs() | {"editing_self": self.object == self.request.user}

    def save_instance(self) -> User:
        """Do what was changed, each by its action."""
        changed, data = set(self.form.changed_data), dict(self.form.cleaned_data)
        wanted = data.pop("is_active", None)
        user = User.objects.get(pk=self.object.pk)
        if user.is_staff and changed - {"is_active"}:
            change_staff_account(user, by=self.request.user, **data)
        if "is_active" in changed:
            (open_account if wanted else close_account)(user, by=self.request.user)
        user.refresh_from_db()
        return user

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer a new one-time code for a colleague."""
        if not self.object.is_staff or self.object == self.request.user:
            return []
        return [Button(gettext("New one-time code"), url=reverse("first_code", args=[self.object.pk]), icon_name="key")]


class AccountViewSet(UserViewSet):
    """The screens of accounts. There is no deletion: accounts are closed, and erasing is the learner's own."""

    menu_label = _("Accounts")
    template_prefix = ""
    filterset_class = AccountFilterSet
    copy_view_enabled = False
    index_view_class = AccountIndexView
    add_view_class = AccountCreateView
    edit_view_class = AccountEditView

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Leave out what has no address."""
        closed = dict.fromkeys(("delete_url_name", "history_url_name", "usage_url_name"))
        return dict(super().get_common_view_kwargs(**{**closed, **kwargs}))

    def get_form_class(self, for_update: bool = False) -> type[ModelForm] | None:
        """Return the form of a new account; the view chooses that of an old one."""
        return None if for_update else StaffAccountForm

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return list, results, making and changing: no deletion, and no history, where handles would be kept."""
        return [one for one in super().get_urlpatterns() if one.name in {"index", "index_results", "add", "edit"}]
