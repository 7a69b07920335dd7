"""What a regrade changes for certificates. One that was issued stands: its terms were frozen with it."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from assessments.consequences import Consequence, PassChange, register
from certificates.eligibility import missing_steps
from certificates.models import Award, Certificate
from courses.models import Completion


def certificates_of(changes: Sequence[PassChange]) -> Counter[Consequence]:
    """Count certificates that become due, and those that stand although a mark is no longer reached; four queries."""
    steps = {one.step for one in changes}
    awards = list(Award.objects.filter(steps__in=steps).distinct().prefetch_related("steps"))
    held = set(
        Certificate.objects.filter(award__in=awards, learner__in={one.learner for one in changes}).values_list(
            "learner", "award"
        )
    )
    done = _done(changes)
    due = {
        (one.enrolment, award.pk): one
        for award in awards
        for one in changes
        if one.passes
        and (one.learner, award.pk) not in held
        and one.step in _steps(award)
        and not missing_steps(_steps(award), done[one.enrolment])
    }
    standing = {
        (one.learner, award.pk): one
        for award in awards
        for one in changes
        if not one.passes and (one.learner, award.pk) in held and one.step in _steps(award)
    }
    return Counter(
        [Consequence(_("Certificates that become due"), one.is_protected) for one in due.values()]
        + [
            Consequence(_("Certificates that stand although the mark is no longer reached"), one.is_protected)
            for one in standing.values()
        ]
    )


def _steps(award: Award) -> list[int]:
    return [step.pk for step in award.steps.all()]


def _done(changes: Sequence[PassChange]) -> dict[UUID, set[int]]:
    """Return the steps done by enrolment, with those that are passed by the change."""
    found: dict[UUID, set[int]] = {one.enrolment: set() for one in changes}
    rows = Completion.objects.filter(enrolment__in=found).values_list("enrolment", "step")
    for enrolment, step in [*rows, *((one.enrolment, one.step) for one in changes if one.passes)]:
        found[enrolment].add(step)
    return found


register("certificates", certificates_of)
