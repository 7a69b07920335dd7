"""No police officer and no lead meets a protected account in the staff interface; no police account administers it."""

import pytest
from django.db import DatabaseError, transaction
from wagtail.models import Page

from config.groundwork.roles import make_roles
from people.models import User
from people.permissions import accounts_seen_by, may_manage_accounts
from tests.config.editing import comment, save
from tests.factories.courses import course_with_lessons, home_page, programme_page
from tests.factories.people import UserFactory
from tests.reading import browser

REPORTS = ("", "locked", "workflow", "workflow-tasks", "site-history", "aging-pages", "page-types-usage", "staff")


@pytest.fixture
def course(office, lotus) -> Page:
    """A course that Lotus, a peer among the staff, has edited, commented on, handed in and locked."""
    programme_page(office.programme)
    made = course_with_lessons(office.programme, lessons=1)[0]
    make_roles([home_page()])
    lotus.groups.set(office.author.groups.all())
    client = browser(User.objects.get(pk=lotus.pk))
    save(client, made, title="Edited")
    save(client, made, **comment("A word"))
    save(client, made, title="Handed in", **{"action-submit": "1"})
    Page.objects.filter(pk=made.pk).update(locked=True, locked_by=lotus, owner=lotus)
    other = made.get_children().first()
    Page.objects.filter(pk=other.pk).update(locked=True, locked_by=lotus, owner=lotus)
    return made


def addresses(course):
    page = f"/cms/pages/{course.pk}"
    yield from ("/cms/", "/cms/account/", "/cms/users/", "/cms/users/results/?q=lotus", "/cms/groups/")
    yield from (f"/cms/reports/{name}/" for name in REPORTS if name)
    yield from (f"/cms/reports/{name}/results/" for name in REPORTS if name)
    yield from (f"/cms/reports/{name}/?export=csv" for name in ("locked", "workflow", "workflow-tasks", "site-history"))
    yield from (f"/cms/reports/{name}/?export=csv" for name in ("aging-pages", "page-types-usage"))
    yield from (f"{page}/", f"{page}/edit/", f"{page}/history/", f"{page}/workflow_history/", f"{page}/usage/")
    yield from ("/cms/pages/", "/cms/pages/search/?q=handed", "/cms/cohort/", "/cms/cohort/new/", "/cms/organisation/")
    yield "/cms/reports/staff/table.csv"


def body(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode()


@pytest.mark.parametrize("who", ["warden", "lead", "author", "auditor", "lan"])
def test_a_crawl_of_the_staff_interface_finds_no_handle_of_a_protected_account(request, office, course, lotus, who):
    user = getattr(office, who, None) or request.getfixturevalue(who)
    client = browser(user)
    found = [
        address
        for address in addresses(course)
        for handle in ("lotus-q4r", "mei-7kq")
        if handle in body(client.get(address, follow=True))
    ]
    assert found == []


def test_a_technical_administrator_knows_whom_they_give_a_right_over_a_cohort(office, root, course):
    assert "lotus-q4r" in body(browser(root).get("/cms/cohort/new/"))


def test_the_rule_gives_accounts_by_the_wall(office, root, warden, lotus):
    assert {office.mei, lotus, office.bo} <= set(accounts_seen_by(root))
    for user in (warden, office.lead, office.auditor):
        seen = set(accounts_seen_by(user))
        assert office.lan in seen and not {office.mei, lotus} & seen
    assert not accounts_seen_by(office.mei).exists()
    root.is_active = False
    assert not accounts_seen_by(root).exists() and not may_manage_accounts(root)


def test_a_police_administrator_cannot_exist(office):
    with pytest.raises(DatabaseError), transaction.atomic():
        UserFactory(handle="chief", audience=office.bo.audience, is_superuser=True)
    # And were there one, no rule would know it.
    chief = User(handle="chief", is_superuser=True, is_staff=True, privacy_class="law_enforcement")
    assert not may_manage_accounts(chief)
    assert office.mei not in accounts_seen_by(chief)
