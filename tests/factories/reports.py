"""Crowds for reports: many people with given points, in a handful of statements."""

import datetime
import itertools
from collections.abc import Iterable, Mapping

from django.utils import timezone

from assessments.models import AwarenessRule, Score, Sitting, StepTest
from courses.models import Cohort, Enrolment, Programme
from people.models import Audience, User
from tests.factories.assessments import StepTestFactory, instrument
from tests.factories.courses import CohortFactory, ProgrammeFactory

CLASSES = {"police": "law_enforcement", "backbone": "protected", "fellow": "protected", "social-worker": "ordinary"}
NAMES = {
    "police": "Police officers",
    "backbone": "Backbone peers",
    "fellow": "Fellows",
    "social-worker": "Social workers",
}
ALL_WAVES = ("INTAKE", "END", "FOLLOW_UP", "ANNUAL")
A_DAY = datetime.date(2026, 3, 2)
handles = itertools.count()


def programme_with_waves(slug: str = "anshan", waves: Iterable[str] = ALL_WAVES, cut_off: int = 16) -> Programme:
    """Return a programme with a test for each wave, on one instrument of 20 questions."""
    programme = ProgrammeFactory(slug=slug, name=slug.title())
    measured = instrument("twenty", questions=20, anchors=5)
    AwarenessRule.objects.filter(instrument=measured, slug="at-least-k").update(cut_off=cut_off)
    for at, wave in enumerate(waves):
        StepTestFactory(
            step__programme=programme, step__code=wave.lower(), step__sort_order=at, wave=wave, instrument=measured
        )
    return programme


def spread(total: int, people: int) -> list[int]:
    """Return points of so many people that add up to the total, as even as can be."""
    low, more = divmod(total, people)
    return [low] * (people - more) + [low + 1] * more


def crowd(
    programme: Programme,
    code: str,
    points: Mapping[str, list[int]],
    *,
    enrolled: int | None = None,
    synthetic: bool = True,
    cohort: Cohort | None = None,
) -> list[Enrolment]:
    """Enrol people of an audience; the first so many of them have each wave's points, of 20."""
    fields = {"name": NAMES[code], "privacy_class": CLASSES[code]}
    audience, _made = Audience.objects.update_or_create(code=code, defaults=fields)
    cohort = cohort or CohortFactory(programme=programme, audience=audience, is_synthetic=synthetic)
    count = enrolled or max(len(one) for one in points.values())
    made = User.objects.bulk_create(
        User(handle=f"crowd-{next(handles)}", audience=audience, is_synthetic=synthetic) for _ in range(count)
    )
    enrolments = Enrolment.objects.bulk_create(
        Enrolment(learner=one, cohort=cohort, programme=programme) for one in made
    )
    for wave, given in points.items():
        _sit(StepTest.objects.get(step__programme=programme, wave=wave), enrolments, given)
    return enrolments


def _sit(test: StepTest, enrolments: list[Enrolment], points: list[int]) -> None:
    form = test.instrument.forms.get(letter="A")
    same = {"test": test, "form": form, "language": "en", "state": "SUBMITTED", "submitted_on": A_DAY}
    sittings = Sitting.objects.bulk_create(
        Sitting(enrolment=one, started_at=timezone.now(), **same) for one in enrolments[: len(points)]
    )
    Score.objects.bulk_create(
        Score(sitting=sitting, points=number, max_points=20) for sitting, number in zip(sittings, points, strict=True)
    )


def anshan() -> Programme:
    """Return the programme with the people of the demonstration: right answers as published, of 20 each."""
    programme = programme_with_waves()
    for code, people, before, after, later in (
        ("police", 60, 870, 1157, 54),
        ("backbone", 30, 376, 572, 26),
        ("fellow", 234, 2382, 4249, 201),
    ):
        lasting = spread(17 * later, later)
        waves = {"INTAKE": spread(before, people), "END": spread(after, people)}
        crowd(programme, code, {**waves, "FOLLOW_UP": lasting, "ANNUAL": lasting})
    return programme
