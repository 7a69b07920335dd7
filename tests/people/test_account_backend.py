"""Who a session belongs to: read anew for every request, by one statement that is written once."""

import uuid

import pytest

from people.backends import AccountBackend
from people.models import User

pytestmark = pytest.mark.django_db


def test_it_reads_the_account_whole_as_django_would(cast):
    found, by_django = AccountBackend().get_user(str(cast.mei.pk)), User.objects.get(pk=cast.mei.pk)
    values = {one.attname: getattr(found, one.attname) for one in User._meta.concrete_fields}
    assert values == {one.attname: getattr(by_django, one.attname) for one in User._meta.concrete_fields}
    assert found == by_django and not found._state.adding and found._state.db == "default"


def test_by_one_statement(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert AccountBackend().get_user(cast.mei.pk).handle == cast.mei.handle


def test_nobody_is_found_by_an_id_of_nobody(db):
    assert AccountBackend().get_user(str(uuid.uuid4())) is None


def test_a_closed_account_is_nobody(cast, client):
    client.force_login(cast.mei)
    assert client.get("/me/", follow=True).status_code == 200
    User.objects.filter(pk=cast.mei.pk).update(is_active=False)
    assert AccountBackend().get_user(cast.mei.pk) is None
    assert "/accounts/login/" in client.get("/me/").url
