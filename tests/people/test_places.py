"""Organisations as a tree, audiences with their class: made and changed by technical administrators."""

import pytest
from django.contrib.auth.models import Permission

from people.fields import OrganisationField
from people.models import Audience, Organisation
from tests.factories.people import OrganisationFactory, UserFactory
from tests.reading import browser, queries, words

TREE, AUDIENCES = "/cms/organisation/", "/cms/audience/"


@pytest.fixture
def tree(office):
    ministry = Organisation.objects.create(name="Ministry", kind="ministry")
    bureau = Organisation.objects.create(name="Bureau", kind="bureau", parent=ministry)
    station = Organisation.objects.create(name="Old station", kind="station", parent=bureau)
    Organisation.objects.create(name="Clinic", kind="clinic")
    return ministry, bureau, station


def test_the_list_shows_the_way_to_each_in_the_order_of_the_tree(root, tree):
    said = words(browser(root).get(TREE))
    places = ["Clinic", "Ministry / Bureau", "Ministry / Bureau / Old station"]
    assert all(place in said for place in places)
    found = [one.way for one in Organisation.objects.in_tree()]
    assert found == ["Clinic", "Ministry", "Ministry / Bureau", "Ministry / Bureau / Old station"]


def test_a_choice_of_organisations_shows_the_way(root, tree):
    labels = [label for _value, label in OrganisationField().choices]
    assert "Ministry / Bureau / Old station" in labels
    for address in ("/cms/cohort/new/", "/cms/users/new/", f"{TREE}new/"):
        assert "Ministry / Bureau / Old station" in words(browser(root).get(address))


def test_a_loop_is_refused_in_a_sentence(root, tree):
    ministry, bureau, station = tree
    for parent in (station, ministry):
        sent = {"name": "Ministry", "kind": "ministry", "parent": parent.pk}
        answer = browser(root).post(f"{TREE}edit/{ministry.pk}/", sent)
        assert "An organisation cannot belong to itself or to one below it." in words(answer)
    assert Organisation.objects.get(pk=ministry.pk).parent is None


def test_a_tree_too_deep_is_refused_in_a_sentence(root, tree):
    fourth = OrganisationFactory(parent=tree[2])
    fifth = OrganisationFactory(parent=fourth)
    answer = browser(root).post(f"{TREE}new/", {"name": "Sixth", "kind": "station", "parent": fifth.pk})
    assert "five levels at most" in words(answer)


def test_one_is_made_and_changed(root, tree):
    browser(root).post(f"{TREE}new/", {"name": "New station", "kind": "station", "parent": tree[1].pk})
    made = Organisation.objects.get(name="New station")
    assert made.parent == tree[1]
    browser(root).post(f"{TREE}edit/{made.pk}/", {"name": "Newer station", "kind": "station", "parent": ""})
    assert Organisation.objects.get(pk=made.pk).name == "Newer station"


def test_one_in_use_is_not_deleted_and_one_that_is_not_is(root, tree):
    ministry, _bureau, station = tree
    UserFactory(organisation=station)
    for place in (ministry, station):
        answer = browser(root).post(f"{TREE}delete/{place.pk}/", follow=True)
        assert "It is in use, so it was not deleted." in words(answer)
    assert Organisation.objects.count() == 4
    browser(root).post(f"{TREE}delete/{Organisation.objects.get(name='Clinic').pk}/")
    assert not Organisation.objects.filter(name="Clinic").exists()


def test_the_list_costs_the_same_for_many(root, tree):
    client = browser(root)
    few = queries(client, TREE)
    for _number in range(10):
        OrganisationFactory(parent=tree[1])
    assert queries(client, TREE) == few


def test_an_audience_is_made_with_its_class(root):
    sent = {"name": "Nurses", "code": "nurse", "privacy_class": "ordinary", "position": 5}
    browser(root).post(f"{AUDIENCES}new/", sent)
    assert Audience.objects.get(code="nurse").privacy_class == "ordinary"
    assert "Nurses" in words(browser(root).get(AUDIENCES))


def test_its_class_is_never_changed(root, office):
    held = office.mei.audience
    sent = {"name": held.name, "code": held.code, "privacy_class": "ordinary", "position": 5}
    answer = browser(root).post(f"{AUDIENCES}edit/{held.pk}/", sent)
    assert "The privacy class of an audience never changes." in words(answer)
    assert Audience.objects.get(pk=held.pk).privacy_class == "protected"
    browser(root).post(f"{AUDIENCES}edit/{held.pk}/", sent | {"privacy_class": "protected", "name": "Peers"})
    assert Audience.objects.get(pk=held.pk).name == "Peers"


def test_an_audience_in_use_is_not_deleted(root, office):
    answer = browser(root).post(f"{AUDIENCES}delete/{office.mei.audience.pk}/", follow=True)
    assert "It is in use, so it was not deleted." in words(answer)
    assert Audience.objects.filter(code="backbone").exists()


@pytest.mark.parametrize("address", [TREE, f"{TREE}new/", f"{TREE}results/", AUDIENCES, f"{AUDIENCES}new/"])
def test_staff_without_the_right_are_refused(office, warden, address):
    for user in (office.lan, office.lead, office.auditor, warden):
        assert browser(user).get(address).url == "/cms/"


def test_a_role_may_be_given_the_right(office):
    group = office.lead.groups.get()
    group.permissions.add(Permission.objects.get(codename="change_organisation"))
    assert browser(office.lead).get(TREE).status_code == 200
    assert browser(office.lead).get(AUDIENCES).url == "/cms/"
