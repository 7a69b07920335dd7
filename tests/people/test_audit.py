"""The record of what staff did: in order, to the hour, without learners, never changed."""

import pytest
from django.db import DatabaseError, connection, transaction

from people.audit import record
from people.choices import Deed
from people.identity import keep_identity, reveal_name
from people.models import StaffAction


def test_a_deed_is_kept_with_its_hour(cast):
    record(cast.lan, Deed.READ_COHORT, cast.peers)
    held = StaffAction.objects.get()
    assert (held.by, held.deed, held.about) == (cast.lan.pk, "read cohort", "Lotus")
    assert (held.happened_at.minute, held.happened_at.second, held.happened_at.microsecond) == (0, 0, 0)


def test_reading_the_same_again_within_the_hour_adds_nothing(cast):
    for _ in range(2):
        record(cast.lan, Deed.READ_COHORT, cast.peers)
    record(cast.lan, Deed.READ_COHORT, cast.workers)
    assert StaffAction.objects.count() == 2


def test_a_learner_is_never_in_it_and_each_deed_on_one_counts(cast):
    for _ in range(2):
        record(cast.lan, Deed.CLOSED_ACCOUNT, cast.mei)
    assert list(StaffAction.objects.values_list("about", flat=True)) == ["", ""]


def test_staff_are_named(cast):
    record(cast.lan, Deed.CHANGED_ACCOUNT, cast.hua)
    assert StaffAction.objects.get().about == "hua"


@pytest.mark.parametrize(
    "statement",
    ["UPDATE people_staffaction SET about = 'nothing'", "DELETE FROM people_staffaction"],
)
def test_raw_sql_changes_and_deletes_nothing(cast, statement):
    record(cast.lan, Deed.READ_COHORT, cast.peers)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert StaffAction.objects.get().about == "Lotus"


def test_reading_a_name_is_a_deed(cast):
    keep_identity(cast.hua, name="A name")
    assert reveal_name(cast.hua, by=cast.lan) == "A name"
    assert StaffAction.objects.get().deed == "read identity"
