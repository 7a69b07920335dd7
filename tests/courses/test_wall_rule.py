"""The rule in code holds by itself: even where the database has let a right through, police see no protected cohort."""

from collections.abc import Iterator

import pytest
from django.db import connection

from courses.choices import CohortRole
from courses.models import CohortStaff
from courses.permissions import cohorts_led_by, cohorts_seen_by, may_see_cohort, nameable_by, renewable_by
from tests.cast import Cast
from tests.factories.courses import CohortStaffFactory
from tests.reading import browser

NAMES = {
    "sqlite": "SELECT name, '' FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'wall_courses_cohortstaff%%'",
    "postgresql": "SELECT tgname, ' ON courses_cohortstaff' FROM pg_trigger WHERE tgname LIKE 'wall_courses_cohortstaff%%'",
}


@pytest.fixture
def breach(cast: Cast) -> Iterator[CohortStaff]:
    """A right of Bo, a police officer, over the peers: the wall of the database is down, and back after the test."""
    lite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if not lite:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(NAMES[connection.vendor])
        for name, on in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}{on}")
        if lite:
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        else:
            cursor.execute("ALTER TABLE courses_cohortstaff DROP CONSTRAINT wall_no_police_right_over_protected")
    try:
        yield CohortStaff.objects.create(cohort=cast.peers, user=cast.bo, role=CohortRole.TRAINER)
    finally:
        if lite:
            connection.cursor().execute("PRAGMA ignore_check_constraints = OFF")


def test_predicate_and_filter_leave_the_cohort_out(cast, breach):
    assert CohortStaff.objects.filter(user=cast.bo, cohort=cast.peers).exists()
    assert not may_see_cohort(cast.bo, cast.peers)
    for seen in (cohorts_seen_by, cohorts_led_by):
        assert cast.peers not in seen(cast.bo)
    assert not renewable_by(cast.bo, cast.peers).exists()


@pytest.mark.parametrize("part", ["", "codes/", "peer-trainers/", "card/"])
def test_no_page_of_it_is_found(cast, breach, part):
    address = f"/en/cohorts/{cast.peers.pk}/{part}"
    bo = browser(cast.bo)
    assert bo.get(address).status_code == bo.post(address).status_code == 404


def test_a_colleague_who_is_no_police_does_see_it(cast, breach):
    breach.user = cast.ying
    breach.save()
    assert may_see_cohort(cast.ying, cast.peers)


def test_whoever_trains_on_both_sides_names_nobody_across(cast):
    for cohort in (cast.peers, cast.police):
        CohortStaffFactory(cohort=cohort, user=cast.hua)
    assert cast.mei in nameable_by(cast.hua, cast.peers) and cast.bo not in nameable_by(cast.hua, cast.peers)
    assert cast.bo in nameable_by(cast.hua, cast.police) and cast.mei not in nameable_by(cast.hua, cast.police)
