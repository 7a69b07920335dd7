"""What awards add to an edition of a programme: the steps that earn each, and how long it is valid."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from certificates.models import Award
from courses.models import Programme, Step
from courses.requirements import register

NAME = "awards"


def required(programme: Programme, steps: Sequence[Step]) -> dict[str, Any]:
    """Return the criteria by award; two queries."""
    awards = Award.objects.filter(programme=programme).prefetch_related("steps")
    return {one.slug: {"steps": codes_of(one), "valid_years": one.valid_years} for one in awards}


def codes_of(award: Award) -> list[str]:
    """Return the codes of the steps that earn an award today, in the programme's order."""
    return [step.code for step in sorted(award.steps.all(), key=lambda step: step.sort_order or 0)]


def objections(steps: Sequence[Step]) -> list[str]:
    """Refuse to take out a step that earns an award: nobody who joins later could earn it; one query."""
    awards = Award.objects.filter(steps__in=steps).distinct().prefetch_related("steps")
    taken = {step.code for step in steps}
    return [
        _(
            "The certificate “{award}” is earned with {steps}, so no step of it is taken out. Change the award first."
        ).format(award=one.slug, steps=", ".join(f"“{code}”" for code in codes_of(one) if code in taken))
        for one in awards
    ]


register(NAME, required, objections)
