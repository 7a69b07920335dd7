"""The owner keeps the help pages: moderators and administrators, nobody else."""

import pytest

from config.groundwork.roles import make_roles
from home.models import HelpSheet
from people.actions import grant_role
from people.choices import Role
from tests.factories.courses import home_page
from tests.factories.people import UserFactory
from tests.reading import browser, words

FORM = {
    "country": "VN",
    "checked_in": "2026-11-03",
    "lines-TOTAL_FORMS": "1",
    "lines-INITIAL_FORMS": "0",
    "lines-MIN_NUM_FORMS": "0",
    "lines-MAX_NUM_FORMS": "1000",
    "lines-0-kind": "EMERGENCY",
    "lines-0-name": "Ambulance",
    "lines-0-number": "000",
    "lines-0-note": "",
    "lines-0-language": "",
    "notes-TOTAL_FORMS": "0",
    "notes-INITIAL_FORMS": "0",
    "notes-MIN_NUM_FORMS": "0",
    "notes-MAX_NUM_FORMS": "1000",
}


@pytest.fixture
def staff(db):
    make_roles([home_page()])
    made = {role: UserFactory(handle=role.name.lower()) for role in (Role.AUTHOR, Role.MODERATOR, Role.TRAINER)}
    for role, user in made.items():
        grant_role(user, role)
    return made


def test_a_moderator_enters_a_country_and_everybody_reads_it(staff, client):
    answer = browser(staff[Role.MODERATOR]).post("/cms/helpsheet/new/", FORM)
    assert answer.status_code == 302
    assert HelpSheet.objects.get().checked_in.day == 1
    assert "Ambulance 000" in words(client.get("/en/help/vn/"))


def test_a_number_that_is_none_is_refused_and_nothing_is_written(staff):
    answer = browser(staff[Role.MODERATOR]).post("/cms/helpsheet/new/", FORM | {"lines-0-number": "ask"})
    assert "digits, spaces and hyphens" in words(answer)
    assert not HelpSheet.objects.exists()


def test_a_country_has_one_entry(staff):
    moderator = browser(staff[Role.MODERATOR])
    for _ in range(2):
        moderator.post("/cms/helpsheet/new/", FORM)
    assert HelpSheet.objects.count() == 1


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.TRAINER])
def test_others_among_the_staff_may_not(staff, role):
    answer = browser(staff[role]).post("/cms/helpsheet/new/", FORM)
    assert answer.status_code in {302, 403}
    assert not HelpSheet.objects.exists()
