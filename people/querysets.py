"""Which people: verbs on accounts, and on the ways back into them."""

import datetime

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Concat


class UserQuerySet(models.QuerySet):
    """Accounts, by what they are for."""

    def counted(self) -> "UserQuerySet":
        """Keep people whose figures may be counted: demonstration accounts are nobody."""
        return self.filter(is_demonstration=False)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Makes accounts from handles."""

    def create_user(self, handle: str, password: str | None = None, **fields):
        """Make an account; without a password nobody can sign in to it."""
        user = self.model(handle=handle.casefold(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, handle: str, password: str | None = None, **fields):
        """Make a technical administrator."""
        return self.create_user(handle, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, handle: str):
        """Find an account whatever the case its handle was typed in."""
        return self.get(handle=handle.strip().casefold())


class RecoveryCodeQuerySet(models.QuerySet):
    """Recovery codes and cards, by state."""

    def usable(self, on: datetime.date) -> "RecoveryCodeQuerySet":
        """Keep those that have not expired; a spent one is deleted."""
        return self.filter(Q(expires_on__isnull=True) | Q(expires_on__gte=on))


# A country, a ministry, a bureau, a station, a post.
LEVELS = 5


class OrganisationQuerySet(models.QuerySet):
    """Places, as a tree."""

    def in_tree(self) -> "OrganisationQuerySet":
        """Put each place below the one it belongs to, with the whole way to it in `way`: ministry / bureau / station."""
        steps = []
        for level in reversed(range(1, LEVELS)):
            above = "__".join(["parent"] * level)
            steps.append(
                Case(
                    When(**{f"{above}__isnull": False}, then=Concat(F(f"{above}__name"), Value(" / "))),
                    default=Value(""),
                    output_field=models.TextField(),
                )
            )
        way = Concat(*steps, F("name"), output_field=models.TextField())
        return self.annotate(way=way).order_by("way", "pk")
