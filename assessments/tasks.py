"""What the worker does for tests; safe to run twice."""

from django.utils import timezone

from assessments.actions import close_forgotten, hand_in
from assessments.models import Sitting


def submit_expired() -> int:
    """Submit every open sitting whose time and grace are over, or whose room is closed; return how many."""
    now = timezone.now()
    close_forgotten(now)
    over = Sitting.objects.run_out(now).select_related("test__step", "enrolment", "room")
    return sum(hand_in(sitting, at=now) for sitting in over)
