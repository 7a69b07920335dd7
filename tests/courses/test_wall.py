"""The wall in the database: no law-enforcement account gets a right over a protected cohort, whoever writes the row."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from courses.models import Cohort, CohortStaff, Enrolment
from people.models import Audience, Identity, User
from tests.factories.courses import CohortFactory, CohortStaffFactory, EnrolmentFactory
from tests.factories.people import UserFactory


def key(row):
    """Return a row's id as this database writes it."""
    return row.pk.hex if connection.vendor == "sqlite" and isinstance(row.pk, uuid.UUID) else str(row.pk)


def write(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def refused(statement, *values):
    with pytest.raises(DatabaseError) as caught:
        write(statement, *values)
    return str(caught.value)


RIGHT = (
    "INSERT INTO courses_cohortstaff (cohort_id, user_id, role, user_class, cohort_class) VALUES (%s, %s, %s, %s, %s)"
)
ENROLMENT = (
    "INSERT INTO courses_enrolment (id, learner_id, cohort_id, programme_id, user_class, cohort_class) "
    "VALUES (%s, %s, %s, %s, %s, %s)"
)


@pytest.mark.parametrize("claimed", [("", ""), ("ordinary", "ordinary"), ("ordinary", "protected"), ("", "ordinary")])
def test_raw_sql_gives_police_no_right_over_peers_whatever_class_it_claims(cast, claimed):
    refused(RIGHT, key(cast.peers), key(cast.bo), "TRAINER", *claimed)
    refused(ENROLMENT, uuid.uuid4().hex, key(cast.bo), key(cast.peers), cast.peers.programme_id, *claimed)
    assert not CohortStaff.objects.filter(user=cast.bo).exists()
    assert not Enrolment.objects.filter(learner=cast.bo, cohort=cast.peers).exists()


def test_raw_sql_gives_others_a_right_and_copies_their_class(cast):
    write(RIGHT, key(cast.peers), key(cast.hua), "TRAINER", "", "")
    held = CohortStaff.objects.get(user=cast.hua)
    assert (held.user_class, held.cohort_class) == ("ordinary", "protected")


def test_a_right_cannot_be_passed_on_to_police(cast):
    held = CohortStaffFactory(cohort=cast.peers, user=cast.hua)
    refused("UPDATE courses_cohortstaff SET user_id = %s WHERE id = %s", key(cast.bo), held.pk)
    refused("UPDATE courses_cohortstaff SET user_id = %s, user_class = %s", key(cast.bo), "law_enforcement")


def test_a_right_over_another_cohort_cannot_be_moved_to_peers(cast):
    held = CohortStaffFactory(cohort=cast.police, user=cast.bo)
    refused("UPDATE courses_cohortstaff SET cohort_id = %s WHERE id = %s", key(cast.peers), held.pk)


def test_a_copied_class_cannot_be_forged_afterwards(cast):
    refused("UPDATE courses_cohortstaff SET cohort_class = 'ordinary' WHERE cohort_id = %s", key(cast.peers))
    refused("UPDATE courses_enrolment SET user_class = 'ordinary' WHERE learner_id = %s", key(cast.bo))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people_audience SET privacy_class = 'ordinary' WHERE code = 'police'",
        "UPDATE people_user SET privacy_class = 'ordinary' WHERE handle = 'bo-x2m'",
        "UPDATE people_user SET audience_id = NULL WHERE handle = 'bo-x2m'",
        "UPDATE people_user SET audience_id = (SELECT id FROM people_audience WHERE code = 'backbone') "
        "WHERE handle = 'bo-x2m'",
        "UPDATE courses_cohort SET privacy_class = 'ordinary' WHERE name = 'Lotus'",
        "UPDATE courses_cohort SET audience_id = (SELECT id FROM people_audience WHERE code = 'police') "
        "WHERE name = 'Lotus'",
    ],
)
def test_a_class_never_changes(cast, statement):
    assert "never changes: make a new one" in refused(statement)


def test_an_account_may_move_to_another_audience_of_its_class(cast):
    prison = Audience.objects.create(code="prison", name="Prison officers", privacy_class="law_enforcement")
    cast.bo.audience = prison
    cast.bo.save()
    assert User.objects.get(pk=cast.bo.pk).privacy_class == "law_enforcement"


def test_a_false_class_is_refused_when_an_account_or_a_cohort_is_made(cast):
    for made in (User(handle="false-one", audience=cast.bo.audience), Cohort(name="False", audience=cast.bo.audience)):
        made.privacy_class = "ordinary"
        if isinstance(made, Cohort):
            made.programme, made.starts_on = cast.programme, "2026-03-02"
        with pytest.raises(DatabaseError), transaction.atomic():
            made.save()


def test_rows_written_in_bulk_get_their_class_too(cast):
    User.objects.bulk_create(
        [User(handle=f"bulk-{code}", audience=one.audience) for code, one in (("a", cast.mei), ("b", cast.bo))]
    )
    assert list(User.objects.filter(handle__startswith="bulk").values_list("privacy_class", flat=True)) == [
        "protected",
        "law_enforcement",
    ]


def test_a_protected_account_joins_protected_cohorts_only(cast):
    with pytest.raises(DatabaseError), transaction.atomic():
        EnrolmentFactory(learner=cast.mei, cohort=CohortFactory(audience=cast.bo.audience))
    EnrolmentFactory(learner=cast.mei, cohort=CohortFactory(audience=cast.mei.audience))


def test_a_protected_account_holds_rights_over_protected_cohorts_only(cast):
    for cohort in (cast.police, cast.workers):
        refused(RIGHT, key(cohort), key(cast.mei), "PEER_TRAINER", "", "")
    write(RIGHT, key(cast.peers), key(cast.mei), "PEER_TRAINER", "", "")


def test_a_police_account_cannot_administer(cast):
    refused("UPDATE people_user SET is_superuser = %s WHERE handle = 'bo-x2m'", True)
    assert UserFactory(is_superuser=True).is_superuser


def test_a_protected_account_keeps_no_identity(cast):
    with pytest.raises(DatabaseError), transaction.atomic():
        Identity.objects.create(user=cast.mei, name_sealed="x")
    refused(
        "INSERT INTO people_identity (user_id, name_sealed, mail_sealed, user_class) VALUES (%s, 'x', '', '')",
        key(cast.mei),
    )
    assert Identity.objects.create(user=cast.bo, name_sealed="x").user_class == "law_enforcement"


def test_an_erased_learner_leaves_a_row_without_a_person(cast):
    held = cast.enrolment_of(cast.mei)
    Enrolment.objects.filter(pk=held.pk).update(learner=None, user_class="ordinary")
    held.refresh_from_db()
    assert (held.learner, held.cohort_class) == (None, "protected")
