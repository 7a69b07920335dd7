"""What the tests in a plan are sat with: an instrument, and the wave that follows from when the step opens."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from assessments.choices import Wave
from assessments.models import Instrument, StepTest
from assessments.models.forms import asks_protected_for_text
from courses.choices import Opening, StepKind
from courses.materials import Tests, register
from courses.models import Step

WAVES = {Opening.AT_ONCE: Wave.INTAKE, Opening.AFTER_STEP: Wave.END, Opening.OFFSET: Wave.FOLLOW_UP}


def choices() -> list[tuple[str, str]]:
    """Return the instruments."""
    return list(Instrument.objects.order_by("name").values_list("slug", "name"))


def chosen(steps: Iterable[int]) -> dict[int, str]:
    """Return the instrument of each step that has a test; one query."""
    return dict(StepTest.objects.filter(step__in=list(steps)).values_list("step", "instrument__slug"))


def ready() -> set[str]:
    """Return the instruments that can be sat: those with a published form; one query."""
    return set(Instrument.objects.filter(forms__published_at__isnull=False).values_list("slug", flat=True))


def refusal(programme: Any, choice: str) -> str | None:
    """Refuse free text where words could tell who wrote them."""
    instrument = Instrument.objects.filter(slug=choice).first()
    if instrument is None or not programme.pk or not asks_protected_for_text(programme, instrument.pk):
        return None
    return _(
        "A form of this instrument asks for free text, and the programme is for a protected audience, whose words "
        "could tell who wrote them. Choose another instrument."
    )


def hang(step: Step, choice: str) -> None:
    """Hang a test on a step, or give the one it has another instrument; how it is sat stays."""
    instrument = Instrument.objects.get(slug=choice)
    wave = Wave.ANNUAL if step.kind == StepKind.EXAM else WAVES.get(Opening(step.opening), Wave.ANNUAL)
    test, made = StepTest.objects.get_or_create(step=step, defaults={"wave": wave, "instrument": instrument})
    if not made and test.instrument_id != instrument.pk:
        StepTest.objects.filter(pk=test.pk).update(instrument=instrument)


register(Tests(choices, chosen, ready, refusal, hang))
