"""Ways round the wall: a conflict that is to be ignored, an id that is handed on, an account made anew."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from courses.choices import CohortRole
from courses.models import CohortStaff, Enrolment
from people.models import Audience, Identity, User
from tests.courses.test_wall import RIGHT, key, refused, write
from tests.factories.courses import CohortStaffFactory


def tried(make):
    """Do what may be refused, or quietly left out; what counts is what stands afterwards."""
    try:
        with transaction.atomic():
            make()
    except DatabaseError:
        return


def test_no_right_is_given_by_ignoring_conflicts(cast):
    right = CohortStaff(cohort=cast.peers, user=cast.bo, role=CohortRole.TRAINER, user_class="ordinary")
    tried(lambda: CohortStaff.objects.bulk_create([right], ignore_conflicts=True))
    assert not CohortStaff.objects.filter(user=cast.bo, cohort=cast.peers).exists()


def test_nobody_joins_by_ignoring_conflicts(cast):
    for learner, cohort in ((cast.bo, cast.peers), (cast.mei, cast.police)):
        row = Enrolment(learner=learner, cohort=cohort, programme=cohort.programme)
        Enrolment.objects.filter(learner=learner).delete()
        tried(lambda row=row: Enrolment.objects.bulk_create([row], ignore_conflicts=True))
        assert not Enrolment.objects.filter(learner=learner, cohort=cohort).exists()


def test_no_police_account_administers_by_ignoring_conflicts(cast):
    chief = User(handle="chief", audience=cast.bo.audience, is_superuser=True)
    tried(lambda: User.objects.bulk_create([chief], ignore_conflicts=True))
    assert not User.objects.filter(handle="chief").exists()


def test_no_protected_account_gets_an_identity_by_ignoring_conflicts(cast):
    tried(lambda: Identity.objects.bulk_create([Identity(user=cast.mei, name_sealed="x")], ignore_conflicts=True))
    assert not Identity.objects.filter(user=cast.mei).exists()


@pytest.mark.parametrize("missing", ["user", "cohort"])
def test_no_right_waits_for_an_account_or_a_cohort_to_come(cast, missing):
    later = uuid.uuid4()
    user, cohort = (later.hex, key(cast.peers)) if missing == "user" else (key(cast.bo), later.hex)
    said = refused(RIGHT, cohort, user, "TRAINER", "ordinary", "ordinary")
    assert "somebody who is there" in said


def test_an_id_is_not_handed_on(cast):
    CohortStaffFactory(cohort=cast.peers, user=cast.hua)
    refused("UPDATE people_user SET id = %s WHERE id = %s", uuid.uuid4().hex, key(cast.hua))
    refused("UPDATE courses_cohort SET id = %s WHERE id = %s", uuid.uuid4().hex, key(cast.peers))


def test_a_police_account_does_not_take_the_place_of_one_that_holds_a_right(cast):
    CohortStaffFactory(cohort=cast.peers, user=cast.hua)
    police = Audience.objects.get(code="police").pk
    with pytest.raises(DatabaseError), transaction.atomic():
        if connection.vendor == "postgresql":
            write("SET CONSTRAINTS ALL DEFERRED")
        write("DELETE FROM people_user WHERE id = %s", key(cast.hua))
        User(pk=cast.hua.pk, handle="taken", audience_id=police).save(force_insert=True)
