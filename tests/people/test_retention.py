"""What is kept for how long, each period on the day before and the day after."""

import datetime
import uuid

import pytest
from django.core.checks import run_checks
from django.utils import timezone

from people.actions import issue_recovery_codes, make_card
from people.choices import Deed
from people.models import StaffAction, User
from people.retention import erase_idle, forget_cards, forget_deeds, months_before
from tests.factories.people import UserFactory
from tests.reading import browser

MARCH = datetime.date(2026, 3, 1)


@pytest.fixture(autouse=True)
def erasures(settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erased")


def last_seen(user, month):
    User.objects.filter(pk=user.pk).update(active_in=month)


def exists(user):
    return User.objects.filter(pk=user.pk).exists()


def test_months_are_counted_back_over_the_year():
    assert months_before(datetime.date(2026, 1, 31), 1) == datetime.date(2025, 12, 1)
    assert months_before(datetime.date(2026, 3, 9), 12) == datetime.date(2025, 3, 1)


def test_a_protected_account_goes_after_twelve_whole_months(cast):
    last_seen(cast.mei, MARCH)
    assert erase_idle(datetime.date(2027, 3, 31)) == 0
    assert erase_idle(datetime.date(2027, 4, 1)) == 1
    assert not exists(cast.mei)
    assert erase_idle(datetime.date(2027, 4, 2)) == 0


def test_whoever_never_came_back_counts_from_joining(cast):
    User.objects.filter(pk=cast.mei.pk).update(active_in=None, joined_in=MARCH)
    assert erase_idle(datetime.date(2027, 4, 1)) == 1


def test_others_and_staff_stay(cast):
    backbone = UserFactory(audience=cast.mei.audience, is_staff=True)
    for user in (cast.bo, cast.ying, cast.lan, backbone):
        last_seen(user, MARCH)
    assert erase_idle(datetime.date(2030, 1, 1)) == 0


def test_the_period_is_a_setting(cast, settings):
    settings.RETENTION = settings.RETENTION | {"IDLE_MONTHS": 6}
    last_seen(cast.mei, MARCH)
    assert erase_idle(datetime.date(2026, 9, 30)) == 0
    assert erase_idle(datetime.date(2026, 10, 1)) == 1


def deed(day):
    moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(10)))
    return StaffAction.objects.create(happened_at=moment, by=uuid.uuid4(), deed=Deed.READ_COHORT)


def test_deeds_of_staff_go_after_twelve_months(db):
    deed(datetime.date(2024, 3, 9))
    kept = deed(datetime.date(2024, 4, 1))
    assert forget_deeds(datetime.date(2025, 4, 30)) == 1
    assert StaffAction.objects.get() == kept


def test_a_visit_leaves_its_month_and_nothing_finer(cast, django_assert_num_queries):
    mei = browser(cast.mei)
    mei.get("/en/me/")
    cast.mei.refresh_from_db()
    assert cast.mei.active_in == timezone.localdate().replace(day=1)
    last_seen(cast.mei, MARCH)
    mei.get("/en/me/")
    cast.mei.refresh_from_db()
    assert cast.mei.active_in == timezone.localdate().replace(day=1)


@pytest.mark.parametrize(("name", "value"), [("IDLE_MONTHS", 0), ("AUDIT_MONTHS", 2), ("ANSWERS_DAYS", -1)])
def test_a_period_that_cannot_be_is_refused_at_start(settings, name, value):
    settings.RETENTION = settings.RETENTION | {name: value}
    faults = [fault for fault in run_checks() if fault.id == "config.E005"]
    assert len(faults) == 1
    assert f"KEEP_{name}" in faults[0].msg


def test_cards_go_after_their_last_day_and_codes_stay(cast):
    issue_recovery_codes(cast.mei)
    _code, last_day = make_card(cast.mei, by=cast.lan, on=MARCH)
    assert forget_cards(last_day) == 0
    assert forget_cards(last_day + datetime.timedelta(days=1)) == 1
    assert cast.mei.recovery_codes.count() == 8
