"""A new account of the staff: no address, no password, a one-time code instead."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from people.models import Organisation, RecoveryCode, StaffAction, User
from tests.reading import browser, form_with, words

NEW = "/cms/users/new/"


@pytest.fixture
def form(office):
    return {
        "handle": "New Trainer",
        "audience": office.ying.audience.pk,
        "organisation": "",
        "groups": [Group.objects.get(name="Trainers").pk],
    }


def post(root, form, **changes):
    return browser(root).post(NEW, form | changes)


def test_it_asks_for_no_address_no_name_and_no_password(root):
    asked = form_with(browser(root).get(NEW), "handle")["names"]
    assert asked & {"email", "first_name", "last_name", "password1", "password2", "is_active"} == set()


def test_it_is_staff_without_a_usable_password(root, form):
    assert post(root, form).status_code == 200
    made = User.objects.get(handle="new-trainer")
    assert made.is_staff and not made.is_superuser and not made.has_usable_password()
    assert list(made.groups.values_list("name", flat=True)) == ["Trainers"]


def test_its_code_is_shown_once_kept_as_a_digest_and_lasts_a_week(root, form):
    said = words(post(root, form))
    held = RecoveryCode.objects.get(user__handle="new-trainer")
    assert (held.kind, held.expires_on) == ("card", timezone.localdate() + datetime.timedelta(days=7))
    code = next(part for part in said.split() if len(part) == 19 and part.count("-") == 3)
    assert code.replace("-", "") not in held.digest.upper()
    for address in ("/cms/", "/cms/users/", f"/cms/users/edit/{held.user.pk}/"):
        assert code not in words(browser(root).get(address))


def test_the_code_opens_it_once_and_the_second_factor_is_asked_for(root, form, client):
    code = next(part for part in words(post(root, form)).split() if len(part) == 19 and part.count("-") == 3)
    given = {"handle": "new-trainer", "code": code, "password": "five plain words in a row"}
    assert client.post("/recovery/", given).status_code == 302
    assert client.get("/cms/").url == "/accounts/2fa/totp/activate/"
    client.logout()
    assert client.post("/recovery/", given).status_code == 422
    assert client.login(handle="new-trainer", password="five plain words in a row")


def test_it_is_recorded(root, form):
    post(root, form)
    assert StaffAction.objects.filter(by=root.pk, deed="made account", about="new-trainer").count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"handle": "x"}, "This name is too short."),
        ({"handle": "lan@example.org"}, "Only letters, numbers and hyphens, please."),
        ({"handle": "13800138000"}, "This looks like a phone or ID number"),
        ({"handle": "LAN"}, "There is an account with this name already."),
        ({"groups": []}, "An account of the staff needs a role."),
        ({"audience": ""}, "This field is required."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(root, form, changes, sentence):
    before = User.objects.count()
    answer = post(root, form, **changes)
    assert sentence in words(answer)
    assert User.objects.count() == before


def test_a_police_administrator_is_refused_in_a_sentence(root, form, office):
    answer = post(root, form, audience=office.bo.audience.pk, is_superuser="on")
    assert "A police account cannot administer the site: it would see the peers." in words(answer)
    assert not User.objects.filter(handle="new-trainer").exists()


def test_a_peer_among_the_staff_keeps_no_organisation(root, form, office):
    place = Organisation.objects.create(name="Station", kind="station")
    answer = post(root, form, audience=office.mei.audience.pk, organisation=place.pk)
    assert "A protected account keeps no organisation." in words(answer)
    assert not User.objects.filter(handle="new-trainer").exists()


def test_a_peer_among_the_staff_is_not_named_in_the_audit(root, form, office):
    post(root, form, audience=office.mei.audience.pk)
    assert StaffAction.objects.get(deed="made account").about == ""


def test_nobody_else_makes_accounts(office, form):
    for user in (office.lead, office.auditor, office.author):
        assert browser(user).post(NEW, form).url == "/cms/"
    assert not User.objects.filter(handle="new-trainer").exists()
