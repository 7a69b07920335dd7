"""The doors of tests and exams, for the plan in `courses`."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from assessments.choices import SittingState, Wave
from assessments.models import StepTest
from courses.choices import StepKind
from courses.cohort_doors import CohortDoor
from courses.cohort_doors import register as register_of_cohort
from courses.models import Cohort
from courses.steps import Door, register

ABOUT = {
    Wave.INTAKE: _("What you know today. Nobody fails; it is the mark the second test is set beside."),
    Wave.END: _("It closes the course. Same topics, other questions."),
    Wave.FOLLOW_UP: _("To see what stayed. You see both results side by side."),
    Wave.ANNUAL: _("Once a year, while its days last. Whoever passes has done this step."),
}


def tests(enrolment: Any, steps: Sequence[Any]) -> dict[int, Door]:
    """Return the door of each test step; two queries."""
    found = {}
    sittings = {
        sitting.test_id: sitting
        for sitting in enrolment.sittings.filter(test__step__in=steps).order_by("number").only("test_id", "state")
    }
    by_id = {step.pk: step for step in steps}
    for test in StepTest.objects.filter(step__in=steps):
        # As this learner's edition has it: an exam's title depends on its window.
        test.step = by_id[test.step_id]
        sitting = sittings.get(test.pk)
        is_under_way = sitting is not None and sitting.state == SittingState.OPEN
        found[test.step_id] = Door(
            title=test.title,
            url=reverse("start", args=[test.pk]),
            action=_("Go on with the test") if is_under_way else _("Start the test"),
            about=ABOUT[Wave(test.wave)],
            review_url=None if sitting is None else reverse("result", args=[sitting.pk]),
        )
    return found


register([StepKind.TEST, StepKind.EXAM], tests)


def of_cohort(cohort: Cohort) -> list[CohortDoor]:
    """Return what a trainer does for a cohort's tests."""
    return [
        CohortDoor(
            reverse("rooms", args=[cohort.pk]),
            _("Rooms of supervised tests"),
            _("Open a room, show its code, see who is in it, close it."),
        ),
        CohortDoor(
            reverse("allowances", args=[cohort.pk]),
            _("More time for a learner"),
            _("A step open longer or once more, or more minutes for a test."),
        ),
    ]


register_of_cohort(of_cohort)
