"""The list of accounts: for technical administrators, without an address, recorded."""

import pytest

from people.models import StaffAction
from tests.factories.people import UserFactory
from tests.reading import browser, queries, words

LIST = "/cms/users/"


def test_it_says_handle_audience_state_and_roles(root, office):
    office.ying.is_active = False
    office.ying.save()
    said = words(browser(root).get(LIST))
    for part in ("mei-7kq", "Backbone peers", "ying-p8d", "closed", "lan", "Trainer", "Technical administrator"):
        assert part in said
    assert not any(part in said for part in ("Email", "E-mail", "First name", "Last login", "@example"))


def test_it_is_searched_by_handle(root, office):
    said = words(browser(root).get(LIST, {"q": "mei"}))
    assert "mei-7kq" in said and "ying-p8d" not in said
    assert "mei-7kq" in words(browser(root).get(f"{LIST}results/", {"q": "MEI"}))


def test_it_is_narrowed_by_state_and_role(root, office):
    group = office.lan.groups.get()
    said = words(browser(root).get(f"{LIST}results/", {"groups": group.pk}))
    assert "hua" in said and "mei-7kq" not in said


@pytest.mark.parametrize("address", [LIST, f"{LIST}results/", f"{LIST}new/"])
@pytest.mark.parametrize("name", ["lan", "author", "lead", "auditor"])
def test_other_staff_are_refused(office, name, address):
    answer = browser(getattr(office, name)).get(address)
    assert answer.status_code == 302 and answer.url == "/cms/"


def test_reading_it_is_recorded_without_a_handle(root):
    browser(root).get(LIST)
    browser(root).get(f"{LIST}results/")
    assert list(StaffAction.objects.values_list("by", "deed", "about")) == [(root.pk, "read accounts", "")]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_never_leaves_the_site_as_a_file(root, kind):
    answer = browser(root).get(LIST, {"export": kind})
    assert answer["Content-Type"].startswith("text/html")


def test_it_costs_the_same_for_many(root):
    client = browser(root)
    few = queries(client, LIST)
    UserFactory.create_batch(12)
    assert queries(client, LIST) == few
