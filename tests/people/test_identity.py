"""Names and addresses: sealed, opened by one module for a named purpose, and the opening recorded."""

import ast
from pathlib import Path

import pytest
from django.db import connection

from people.identity import ProtectedAccountError, keep_identity, own_identity, reveal_name
from people.models import Identity, StaffAction

ROOT = Path(__file__).parents[2]
APPS = ("people", "courses", "assessments", "certificates", "home", "reports", "config")
# Who may touch what is sealed: the door itself, the secrets of second factors, and boxes of ballots of nobody.
MAY_NAME = {
    "Identity": {"people/models/identities.py", "people/models/__init__.py", "people/identity.py"},
    "unseal": {
        "people/seals.py",
        "people/identity.py",
        "people/adapters.py",
        "people/models/sessions.py",
        "assessments/actions/balloting.py",
    },
    "reveal_name": {"people/identity.py"},
    "own_identity": {"people/identity.py", "people/panels.py"},
}


def names_in(path):
    for node in ast.walk(ast.parse(path.read_text())):
        for attribute in ("id", "attr", "name"):
            yield getattr(node, attribute, None)


def files_naming(word):
    paths = [path for app in APPS for path in (ROOT / app).rglob("*.py") if path.parent.name != "migrations"]
    return {str(path.relative_to(ROOT)) for path in paths if word in path.read_text() and word in set(names_in(path))}


@pytest.mark.parametrize("word", sorted(MAY_NAME))
def test_nobody_else_touches_what_is_sealed(word):
    assert files_naming(word) - MAY_NAME[word] == set()
    assert files_naming(word)


def test_no_account_leads_to_an_address_by_itself(cast):
    keep_identity(cast.lan, name="Lan Tran", address="lan@example.org")
    assert cast.lan.email == "" and cast.lan.get_full_name() == "lan"


def test_the_database_holds_neither_in_the_clear(cast):
    keep_identity(cast.lan, name="Lan Tran", address="lan@example.org")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_identity")
        row = str(cursor.fetchone())
    assert "Lan" not in row and "example" not in row


def test_one_reads_ones_own_and_forgets_it_by_leaving_both_empty(cast):
    keep_identity(cast.lan, name=" Lan Tran ", address="lan@example.org")
    assert own_identity(cast.lan) == ("Lan Tran", "lan@example.org")
    keep_identity(cast.lan)
    assert own_identity(cast.lan) == ("", "") and not Identity.objects.exists()


def test_reading_somebodys_name_is_recorded(cast):
    keep_identity(cast.lan, name="Lan Tran")
    assert reveal_name(cast.lan, by=cast.lead) == "Lan Tran"
    assert list(StaffAction.objects.values_list("by", "deed", "about")) == [(cast.lead.pk, "read identity", "lan")]


def test_a_protected_account_keeps_none(cast):
    with pytest.raises(ProtectedAccountError):
        keep_identity(cast.mei, name="Mei")
    assert not Identity.objects.exists()
