"""More time for one learner. Why is never written down, and the audit names the cohort alone."""

from django.db import transaction

from assessments.models import ExtraTime
from courses.models import Cohort, Enrolment
from people.audit import record
from people.choices import Deed
from people.models import User


@transaction.atomic
def give_extra_time(enrolment: Enrolment, minutes: int, *, by: User) -> ExtraTime:
    """Give a learner minutes beside those of every timed test of the programme; the last gift stands.

    It holds for tests that are started from now on: the end of one under way is frozen with it.
    """
    given, _made = ExtraTime.objects.update_or_create(enrolment=enrolment, defaults={"minutes": minutes})
    record(by, Deed.GAVE_TIME, enrolment.cohort)
    return given


@transaction.atomic
def take_extra_time_back(cohort: Cohort, extra_id: int, *, by: User) -> bool:
    """Take the minutes back from a learner of the cohort; True for whoever did it, False for every repeat."""
    taken, _details = ExtraTime.objects.filter(pk=extra_id, enrolment__cohort=cohort).delete()
    if taken:
        record(by, Deed.TOOK_TIME, cohort)
    return bool(taken)
