"""Erasing an account of the staff, or of a peer trainer: Wagtail's own tables lead to nobody either."""

import pytest
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex

from courses.models import Cohort, CohortStaff
from people.erasure import erase
from tests.factories.courses import CohortStaffFactory, home_page

IMMEDIATE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def erasures(settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erased")


def test_wagtails_logs_forget_who_did_it(cast):
    log(home_page(), "wagtail.edit", user=cast.lan)
    log(cast.peers, "wagtail.edit", user=cast.lan)
    assert PageLogEntry.objects.filter(user=cast.lan).exists() and ModelLogEntry.objects.filter(user=cast.lan).exists()
    erase(cast.lan)
    for entries in (PageLogEntry.objects, ModelLogEntry.objects):
        assert entries.exists() and not entries.exclude(user_id=None).exists()


@pytest.mark.parametrize("name", ["lan", "mei"])
def test_the_index_of_references_holds_no_id_of_an_account(cast, settings, name):
    settings.TASKS = IMMEDIATE
    user = getattr(cast, name)
    if not CohortStaff.objects.filter(user=user).exists():
        CohortStaffFactory(cohort=cast.peers, user=user)
    ReferenceIndex.create_or_update_for_object(Cohort.objects.get(pk=cast.peers.pk))
    assert ReferenceIndex.objects.filter(to_object_id=str(user.pk)).exists()
    erase(user)
    assert not ReferenceIndex.objects.filter(to_object_id__in=[str(user.pk), user.pk.hex]).exists()
