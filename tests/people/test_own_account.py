"""One's own account in the staff interface: no address is asked for, none is needed."""

import pytest

from people.identity import own_identity
from people.models import Identity
from tests.reading import browser, form_with, words

PAGE = "/cms/account/"


THEME = {"theme-theme": "system", "theme-contrast": "system", "theme-density": "default"}


@pytest.mark.parametrize("name", ["lan", "author", "lead", "auditor"])
def test_it_opens_and_saves_without_an_address(office, name):
    client = browser(getattr(office, name))
    answer = client.get(PAGE)
    assert answer.status_code == 200
    names = form_with(answer, "identity-name")["names"]
    assert not {one for one in names if one.startswith(("name_email", "avatar", "password"))}
    assert client.post(PAGE, THEME).url == PAGE
    assert not Identity.objects.exists()


def test_notices_can_be_chosen(root):
    client = browser(root)
    sent = {"theme-theme": "dark", "theme-contrast": "system", "theme-density": "snug"}
    assert client.post(PAGE, sent | {"notifications-approved_notifications": "on"}).url == PAGE
    root.wagtail_userprofile.refresh_from_db()
    assert (root.wagtail_userprofile.theme, root.wagtail_userprofile.submitted_notifications) == ("dark", False)


def test_a_name_and_an_address_are_kept_sealed_and_forgotten(office):
    client = browser(office.lan)
    assert "only if you wish" in words(client.get(PAGE))
    client.post(PAGE, THEME | {"identity-name": "Lan Tran", "identity-address": "lan@example.org"})
    row = Identity.objects.get(user=office.lan)
    assert "Lan" not in row.name_sealed and "@" not in row.mail_sealed
    assert own_identity(office.lan) == ("Lan Tran", "lan@example.org")
    assert "Lan Tran" in client.get(PAGE).content.decode()
    client.post(PAGE, THEME | {"identity-name": "", "identity-address": ""})
    assert not Identity.objects.exists()


def test_an_address_that_is_none_is_refused_and_nothing_is_kept(office):
    answer = browser(office.lan).post(PAGE, THEME | {"identity-name": "Lan", "identity-address": "nowhere"})
    assert answer.status_code == 200
    assert not Identity.objects.exists()


def test_a_protected_account_is_not_asked_and_keeps_nothing(lotus):
    client = browser(lotus)
    assert "only if you wish" not in words(client.get(PAGE))
    client.post(PAGE, THEME | {"identity-name": "Mei", "identity-address": "mei@example.org"})
    assert not Identity.objects.exists()


def test_it_leads_to_ones_own_page(office):
    assert 'href="/me/"' in browser(office.lan).get(PAGE).content.decode()


def test_learners_have_none_here(office):
    assert browser(office.mei).get(PAGE).status_code == 403
