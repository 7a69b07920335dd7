"""The staff interface as people of the cast meet it."""

import pytest
from django.contrib.auth.models import Group, Permission

from people.models import User
from tests.cast import Cast
from tests.factories.people import UserFactory


@pytest.fixture
def office(cast: Cast) -> Cast:
    """The cast, whose roles open the staff interface."""
    for group in Group.objects.all():
        group.permissions.add(Permission.objects.get(codename="access_admin"))
    return cast


@pytest.fixture
def root(office: Cast) -> User:
    """A technical administrator."""
    return UserFactory(handle="root", is_superuser=True, is_staff=True)


@pytest.fixture
def warden(office: Cast) -> User:
    """A police officer among the staff, with every role there is."""
    found = UserFactory(handle="warden", audience=office.bo.audience, is_staff=True)
    found.groups.set(Group.objects.all())
    return found


@pytest.fixture
def lotus(office: Cast) -> User:
    """A peer among the staff: a backbone peer who trains others."""
    found = UserFactory(handle="lotus-q4r", audience=office.mei.audience, is_staff=True)
    found.groups.set(Group.objects.filter(name="Trainers"))
    return found
