"""What the worker does for tests; safe to run twice."""

from django.utils import timezone

from assessments.actions import submit
from assessments.choices import SittingState
from assessments.models import Sitting


def submit_expired() -> int:
    """Submit every open sitting whose time is over; return how many."""
    over = Sitting.objects.filter(state=SittingState.OPEN, ends_at__lt=timezone.now())
    return sum(submit(sitting, on=timezone.localdate()) for sitting in over.select_related("test__step", "enrolment"))
