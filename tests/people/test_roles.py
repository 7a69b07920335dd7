"""Site-wide roles: who holds one, who is refused."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from people.actions import ProtectedStaffError, grant_role
from people.choices import Role
from people.models import User
from people.permissions import has_role, is_law_enforcement, role_required
from tests.factories.people import UserFactory


@role_required(Role.LEAD, Role.AUDITOR)
def leads_only(request):
    return HttpResponse("open")


def ask(user):
    request = RequestFactory().get("/somewhere/")
    request.user = user
    return leads_only(request)


def test_a_role_opens_the_staff_door_once_however_often_it_is_given(cast):
    grant_role(cast.ying, Role.TRAINER)
    grant_role(cast.ying, Role.TRAINER)
    found = User.objects.get(pk=cast.ying.pk)
    assert found.is_staff
    assert list(found.groups.values_list("name", flat=True)) == ["Trainers"]


def test_a_protected_account_gets_no_role_since_all_staff_would_meet_its_handle(cast):
    with pytest.raises(ProtectedStaffError):
        grant_role(cast.mei, Role.TRAINER)
    assert not User.objects.get(pk=cast.mei.pk).is_staff


def test_those_with_one_of_the_roles_come_in(cast):
    assert ask(cast.lead).status_code == ask(cast.auditor).status_code == 200


@pytest.mark.parametrize("name", ["mei", "bo", "lan", "author"])
def test_others_are_refused(cast, name):
    with pytest.raises(PermissionDenied):
        ask(getattr(cast, name))


def test_a_visitor_is_asked_to_sign_in(cast, client):
    request = RequestFactory().get("/somewhere/")
    request.user = client.get("/leave/").wsgi_request.user
    assert leads_only(request).url.startswith("/accounts/login/")


def test_a_closed_account_holds_no_role(cast):
    cast.lead.is_active = False
    assert not has_role(cast.lead, Role.LEAD)


def test_a_technical_administrator_holds_every_role(db):
    root = UserFactory(handle="root", is_superuser=True, is_staff=True)
    assert has_role(root, Role.LEAD)


def test_law_enforcement_is_a_matter_of_the_audience(cast):
    assert is_law_enforcement(cast.bo)
    assert not any(is_law_enforcement(one) for one in (cast.mei, cast.ying, UserFactory(audience=None)))
