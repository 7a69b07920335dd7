"""What tests add to an edition of a programme: with which forms of which instrument each step is sat."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from assessments.models import StepTest, TestForm
from courses.models import Edition, EditionStep, Enrolment, Programme, Step
from courses.requirements import register

NAME = "tests"


def required(programme: Programme, steps: Sequence[Step]) -> dict[str, Any]:
    """Return wave, instrument and the letters of its published forms by step code; two queries."""
    tests = StepTest.objects.filter(step__in=steps).select_related("step", "instrument").order_by("step__code")
    letters: dict[int, list[str]] = {}
    for instrument, letter in (
        TestForm.objects.published().filter(instrument__tests__in=tests).distinct().values_list("instrument", "letter")
    ):
        letters.setdefault(instrument, []).append(letter)
    return {
        one.step.code: {
            "wave": one.wave,
            "instrument": one.instrument.slug,
            "forms": sorted(letters.get(one.instrument_id, [])),
        }
        for one in tests
    }


def forms_for(enrolment: Enrolment, test: StepTest) -> QuerySet[TestForm]:
    """Return the published forms this enrolment may be given; one query, and none for the forms yet.

    An edition that was made before there was a form knows none: then those of the present are given.
    """
    parts = Edition.objects.filter(terms__enrolment=enrolment.pk).values_list(f"parts__{NAME}", flat=True).first()
    kept = (parts or {}).get(test.step.code) or {}
    forms = test.instrument.forms.published()
    if kept.get("forms") and kept["instrument"] == test.instrument.slug:
        forms = forms.filter(letter__in=kept["forms"])
    return forms


def pass_mark_for(enrolment: Enrolment, test: StepTest) -> int | None:
    """Return the pass mark this enrolment is held to; one query, two where it has no edition."""
    found = EditionStep.objects.filter(edition__terms__enrolment=enrolment.pk, step=test.step_id)
    kept = list(found.values_list("pass_mark", flat=True)[:1])
    return kept[0] if kept else test.step.pass_mark


register(NAME, required)
