"""Taking the demonstration away: its people, its cohorts, its programme."""

from django.db import transaction
from django.db.models import Q

from assessments.models import Response
from config.demonstration.cast import COHORTS, ORGANISATIONS, YEARLY
from config.demonstration.cohorts import cohort_id
from courses.choices import Opening
from courses.models import Cohort, Programme, Step
from people.models import Organisation, User


@transaction.atomic
def remove_demonstration() -> int:
    """Delete everything the demonstration made, and return how many of its cohorts stay because others joined them."""
    nobody = User.objects.filter(Q(is_demonstration=True) | Q(is_synthetic=True))
    # Answers first and by one statement: collecting thousands of rows one by one takes a minute.
    responses = Response.objects.filter(sitting__enrolment__learner__in=nobody)
    responses._raw_delete(responses.db)
    nobody.delete()
    ours = Cohort.objects.filter(Q(is_synthetic=True) | Q(pk__in=[cohort_id(part.name) for part in COHORTS]))
    ours.filter(enrolments__isnull=True).delete()
    _remove_yearly()
    for name, _kind, _above in reversed(ORGANISATIONS):
        unused = Organisation.objects.filter(name=name, users__isnull=True, cohorts__isnull=True, children__isnull=True)
        unused.delete()
    return ours.count()


def _remove_yearly() -> None:
    programme = Programme.objects.filter(slug=YEARLY, cohorts__isnull=True).first()
    if programme is None:
        return
    # Steps protect the step they count from, so they let go of each other first.
    Step.objects.filter(programme=programme).update(opening=Opening.AT_ONCE, after=None)
    programme.delete()
