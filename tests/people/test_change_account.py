"""Accounts of the staff change; a learner's is closed or opened again, and nothing else."""

import uuid

import pytest
from django.contrib.auth.models import Group
from wagtail.models import ModelLogEntry

from people.models import Audience, Session, StaffAction, User
from tests.factories.people import PASSWORD
from tests.reading import browser, form_with, words


def address(user):
    return f"/cms/users/edit/{user.pk}/"


def whole(user, **changes):
    held = {"handle": user.handle, "audience": user.audience_id, "organisation": "", "is_active": "on"}
    return held | {"groups": [group.pk for group in user.groups.all()]} | changes


def test_a_colleagues_form_holds_roles_and_no_address(root, office):
    names = form_with(browser(root).get(address(office.lan)), "handle")["names"]
    assert names >= {"handle", "groups", "is_active", "is_superuser"}
    assert names & {"email", "first_name", "last_name", "password1"} == set()


def test_roles_are_given_and_taken(root, office):
    both = list(Group.objects.filter(name__in=("Leads", "Trainers")).values_list("pk", flat=True))
    browser(root).post(address(office.lan), whole(office.lan, groups=both))
    assert set(office.lan.groups.values_list("name", flat=True)) == {"Leads", "Trainers"}
    assert StaffAction.objects.filter(deed="changed account", about="lan").exists()


def test_the_last_role_taken_away_ends_being_staff(root, office):
    browser(root).post(address(office.lan), whole(office.lan, groups=[]))
    found = User.objects.get(pk=office.lan.pk)
    assert not found.is_staff and not found.groups.exists()


def test_saving_it_unchanged_records_nothing(root, office):
    browser(root).post(address(office.lan), whole(office.lan))
    assert not StaffAction.objects.filter(deed="changed account").exists()


def test_another_class_is_refused_in_a_sentence(root, office):
    answer = browser(root).post(address(office.lan), whole(office.lan, audience=office.bo.audience.pk))
    assert "An account keeps its privacy class" in words(answer)
    assert User.objects.get(pk=office.lan.pk).audience == office.ying.audience


def test_another_audience_of_the_class_is_taken(root, office):
    nurses = Audience.objects.create(code="nurse", name="Nurses", privacy_class="ordinary")
    browser(root).post(address(office.lan), whole(office.lan, audience=nurses.pk))
    assert User.objects.get(pk=office.lan.pk).audience == nurses


def test_a_police_colleague_becomes_no_administrator(root, warden):
    answer = browser(root).post(address(warden), whole(warden, is_superuser="on"))
    assert "A police account cannot administer the site" in words(answer)
    assert not User.objects.get(pk=warden.pk).is_superuser


def test_an_administrator_cannot_lock_themselves_out(root):
    browser(root).post(address(root), {"handle": "root", "audience": root.audience_id, "organisation": ""})
    found = User.objects.get(pk=root.pk)
    assert found.is_superuser and found.is_active and found.is_staff


def test_a_learners_form_asks_one_thing(root, office):
    form = form_with(browser(root).get(address(office.mei)), "is_active")
    assert form["names"] - {"csrfmiddlewaretoken"} - {""} == {"is_active"}


def test_nothing_else_of_a_learner_is_changed_whatever_is_sent(root, office):
    browser(root).post(address(office.mei), whole(office.mei, handle="found-out", is_superuser="on", groups=[1, 2]))
    found = User.objects.get(pk=office.mei.pk)
    assert (found.handle, found.is_superuser, found.is_staff, found.groups.count()) == ("mei-7kq", False, False, 0)


def test_closing_ends_every_session_at_once_and_keeps_the_account(root, office, client):
    client.login(handle="mei-7kq", password=PASSWORD)
    assert Session.objects.filter(user=office.mei).exists()
    browser(root).post(address(office.mei), {})
    assert not Session.objects.filter(user=office.mei).exists()
    assert client.get("/me/").url.startswith("/accounts/login/")
    assert not User.objects.get(pk=office.mei.pk).is_active


def test_a_closed_account_is_opened_again_and_both_are_recorded_without_a_handle(root, office):
    for form in ({}, {}, {"is_active": "on"}):
        browser(root).post(address(office.mei), form)
    assert User.objects.get(pk=office.mei.pk).is_active
    deeds = StaffAction.objects.filter(deed__in=("closed account", "opened account")).order_by("pk")
    assert list(deeds.values_list("deed", "about")) == [("closed account", ""), ("opened account", "")]


def test_wagtails_own_log_keeps_no_handle(root, office):
    browser(root).post(address(office.mei), {})
    browser(root).post(address(office.lan), whole(office.lan, handle="lan-two"))
    browser(root).post("/cms/account/", {})
    assert list(ModelLogEntry.objects.values_list("label", flat=True)) == []


@pytest.mark.parametrize("action", ["delete", "history", "history-results", "usage", "copy", "inspect"])
def test_there_is_no_deleting_and_no_history(root, office, action):
    for ask in (browser(root).get, browser(root).post):
        assert ask(f"/cms/users/{action}/{office.mei.pk}/", follow=True).status_code == 404
    assert User.objects.filter(pk=office.mei.pk).exists()


@pytest.mark.parametrize("action", ["delete", "assign_role", "set_active_state"])
def test_there_is_nothing_to_do_to_many_accounts_at_once(root, office, action):
    address = f"/cms/bulk/people/user/{action}/?id={office.mei.pk}&next=/cms/users/"
    for ask in (browser(root).get, browser(root).post):
        assert ask(address, {"mark_as_active": "False"}, follow=True).status_code == 404
    assert User.objects.get(pk=office.mei.pk).is_active


@pytest.mark.parametrize("name", ["lead", "auditor", "author", "lan"])
def test_other_staff_learn_of_no_account_whether_it_exists(office, name):
    client = browser(getattr(office, name))
    for pk in (office.mei.pk, office.hua.pk, uuid.uuid4()):
        for ask in (client.get, client.post):
            answer = ask(f"/cms/users/edit/{pk}/")
            assert (answer.status_code, answer.url) == (302, "/cms/")


def test_an_account_that_does_not_exist_is_not_found(root):
    assert browser(root).get(f"/cms/users/edit/{uuid.uuid4()}/", follow=True).status_code == 404
