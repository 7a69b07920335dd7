"""Who a session belongs to: asked by every request of somebody signed in."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from people.models.accounts import User
from people.rows import Row

BY_ID = Row(User, 'FROM people_user WHERE "people_user"."id" = %s')


class AccountBackend(ModelBackend):
    """Django's, with the account read by a statement that is written once."""

    def get_user(self, user_id: Any) -> User | None:
        """Return the account where it may sign in; one statement."""
        user = BY_ID.get(User._meta.pk.to_python(user_id))
        return user if user is not None and self.user_can_authenticate(user) else None
