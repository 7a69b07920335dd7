"""Staff behind their second factor, and the people a report counts."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from courses.models import Programme
from people.models import User
from tests.factories.reports import anshan as make_anshan
from tests.reading import browser


@pytest.fixture
def staff(db: None) -> Callable[[User], Client]:
    """Return a way to sign somebody in with both factors; every role may enter the staff interface."""

    def sign_in(user: User) -> Client:
        for group in Group.objects.all():
            group.permissions.add(Permission.objects.get(codename="access_admin"))
        return browser(user)

    return sign_in


@pytest.fixture
def anshan(db: None) -> Programme:
    """The demonstration's programme with its synthetic people."""
    return make_anshan()
