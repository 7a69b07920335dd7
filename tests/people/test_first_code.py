"""The one-time code of a member of staff: who makes it, what it opens, what it does not."""

import pytest
from django.utils import timezone

from people.actions import recover
from people.models import RecoveryCode, Session, User
from tests.factories.people import PASSWORD
from tests.reading import browser, words

TODAY = timezone.localdate()
NEW = "another four words kept"


def address(user):
    return f"/cms/users/{user.pk}/code/"


def made(root, user):
    said = words(browser(root).post(address(user)))
    return next(part for part in said.split() if len(part) == 19 and part.count("-") == 3)


def test_it_is_asked_for_first(root, office):
    assert "A new one-time code for lan?" in words(browser(root).get(address(office.lan)))
    assert User.objects.get(pk=office.lan.pk).check_password(PASSWORD)
    assert not RecoveryCode.objects.exists()


def test_it_ends_the_old_password_and_every_session(root, office, client):
    client.login(handle="lan", password=PASSWORD)
    made(root, office.lan)
    assert not Session.objects.filter(user=office.lan).exists()
    assert not User.objects.get(pk=office.lan.pk).has_usable_password()


def test_it_sets_a_password_once(root, office):
    code = made(root, office.lan)
    assert recover("lan", code, NEW, on=TODAY) == office.lan
    assert recover("lan", code, "yet another four words", on=TODAY) is None
    assert User.objects.get(pk=office.lan.pk).check_password(NEW)


def test_a_second_code_ends_the_first(root, office):
    first, second = made(root, office.lan), made(root, office.lan)
    assert recover("lan", first, NEW, on=TODAY) is None
    assert recover("lan", second, NEW, on=TODAY) == office.lan


def test_a_card_opens_no_account_of_the_staff_that_has_a_password(root, office):
    code = made(root, office.lan)
    office.lan.refresh_from_db()
    office.lan.set_password(PASSWORD)
    office.lan.save()
    assert recover("lan", code, NEW, on=TODAY) is None


@pytest.mark.parametrize("name", ["mei", "bo"])
def test_learners_get_none_here(root, office, name):
    assert browser(root).post(address(getattr(office, name)), follow=True).status_code == 404
    assert not RecoveryCode.objects.exists()


def test_administrators_make_none_for_themselves(root):
    assert browser(root).post(address(root), follow=True).status_code == 404


def test_other_staff_are_refused(office):
    for user in (office.lead, office.auditor):
        assert browser(user).post(address(office.lan)).url == "/cms/"
    assert not RecoveryCode.objects.exists()
