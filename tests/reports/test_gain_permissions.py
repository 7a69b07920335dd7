"""Who reads gain reports: every address for every role, and nothing but reading."""

import pytest

from people.actions import grant_role
from people.choices import Role
from tests.factories.people import AudienceFactory, UserFactory
from tests.reading import browser, words

ADDRESSES = ("/cms/reports/gains/", "/cms/reports/gains/anshan/", "/cms/reports/gains/anshan/table.csv")
MENU = "/cms/reports/gains/"


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("name", ["lead", "auditor", "hua", "author"])
def test_lead_auditor_trainer_and_author_read(cast, staff, name, address):
    assert staff(getattr(cast, name)).get(address).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_moderator_does_not(cast, staff, address):
    moderator = UserFactory(handle="moderator")
    grant_role(moderator, Role.MODERATOR)
    client = staff(moderator)
    answer = client.get(address)
    assert (answer.status_code, answer.url) == (302, "/cms/")
    assert MENU not in client.get("/cms/").content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("name", ["mei", "bo", "ying"])
def test_learners_do_not(cast, staff, name, address):
    assert staff(getattr(cast, name)).get(address).status_code == 403


@pytest.mark.parametrize("address", ADDRESSES)
def test_visitors_sign_in(cast, address):
    assert browser().get(address).url.startswith("/accounts/login/")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_but_reading(cast, staff, address, method):
    assert getattr(staff(cast.lead), method)(address).status_code == 405


def test_the_menu_shows_it_to_readers(cast, staff):
    assert MENU in staff(cast.lead).get("/cms/").content.decode()


@pytest.mark.parametrize("people", ["", "?people=synthetic"])
def test_the_police_read_nothing_about_protected_people(anshan, staff, people):
    officer = UserFactory(handle="officer", audience=AudienceFactory(code="police"))
    grant_role(officer, Role.LEAD)
    client = staff(officer)
    told = words(client.get(f"/cms/reports/gains/anshan/{people}"))
    sheet = client.get(f"/cms/reports/gains/anshan/table.csv{people}").content.decode()
    for text in (told, sheet):
        assert "Police officers" in text
        assert "Fellows" not in text
        assert "Backbone" not in text
