"""Sheets: the same name gives the same code, another name a new one, and names are kept nowhere."""

import datetime

import pytest
from django.apps import apps
from django.conf import settings

from certificates.actions import make_version
from certificates.codes import digest_code
from certificates.models import CertificateVersion
from certificates.verification import Verification, verify
from tests.factories.certificates import certificate
from tests.reading import browser

TODAY = datetime.date(2026, 11, 22)


def test_the_same_name_gives_the_same_code_however_it_is_typed(held):
    code = make_version(held, "Lin Xiaoman")
    assert make_version(held, " lin  XIAOMAN ") == code
    assert CertificateVersion.objects.count() == 1


def test_another_name_makes_a_new_sheet_and_ends_the_old_one(held):
    old, new = make_version(held, "Lin Xiaoman"), make_version(held, "林小满")
    assert old != new
    assert verify(old, on=TODAY) == Verification(False)
    assert verify(new, on=TODAY) == Verification(True)


def test_going_back_to_the_first_name_makes_a_third_sheet(held):
    codes = [make_version(held, name) for name in ("Lin", "Chen", "Lin")]
    assert len(set(codes)) == 3
    assert [verify(code, on=TODAY).is_valid for code in codes] == [False, False, True]


def test_two_people_of_one_name_share_nothing(cast, course, held):
    mine, theirs = make_version(held, "Lin"), make_version(certificate(course, cast.bo), "Lin")
    assert mine != theirs
    assert CertificateVersion.objects.values("name_digest").distinct().count() == 2


def test_only_digests_are_held(held):
    code = make_version(held, "Lin Xiaoman")
    row = CertificateVersion.objects.values().get()
    assert row["code_digest"] == digest_code(settings.CODE_KEY.encode(), code)
    assert code not in str(row)
    assert "lin" not in str(row).lower()


NAME = "Xiaoman-Zyx Quandong"


@pytest.fixture
def used(cast, held):
    """A site on which a name was printed, verified, mistyped."""
    mei = browser(cast.mei)
    address = f"/en/certificates/{held.pk}/"
    assert mei.post(address, {"name": NAME}).status_code == 200
    mei.post(address, {"name": NAME + "\U000f0000"})
    browser().post("/c/", {"code": make_version(held, NAME), "name": NAME})
    browser().post("/c/", {"code": "0" * 24, "name": NAME})


def test_the_name_is_nowhere_in_the_database_afterwards(used):
    """Every table, sessions, jobs and history included, is read and searched."""
    searched = 0
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.managed or model._meta.proxy:
            continue
        rows = str([list(row) for row in model._base_manager.values_list()]).lower()
        searched += 1
        for part in ("xiaoman", "quandong", "zyx"):
            assert part not in rows, model
    assert searched > 60
