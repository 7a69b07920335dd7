"""What Wagtail is told about who may touch accounts and groups, wherever it asks."""

from collections.abc import Iterable

from django.db.models import QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

from people.models import User
from people.permissions import may_manage_accounts


class AdministratorsOnly(BasePermissionPolicy):
    """Lets technical administrators alone see, add and change; `actions` names what exists at all."""

    def __init__(self, model: type, actions: Iterable[str]) -> None:
        super().__init__(model)
        self.actions = frozenset(actions)

    def user_has_permission(self, user: User, action: str) -> bool:
        """Tell whether the account may do this; what is not among the actions nobody may."""
        return action in self.actions and may_manage_accounts(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        """Return the technical administrators, where one of the actions exists."""
        if not self.actions.intersection(actions):
            return User.objects.none()
        return User.objects.filter(is_active=True, is_superuser=True)
