"""Factories of awards and certificates."""

import datetime
from typing import Any

from certificates.models import Award, AwardText, Certificate
from courses.actions import complete_step
from courses.models import Enrolment, Step
from tests.factories.courses import ARRIVED

TITLES = {"en": "Health and Safety: Foundation", "zh-hans": "健康与安全：基础课程"}
STATEMENTS = {"en": "Read one book; passed one exam.", "zh-hans": "读一本书；通过一次考试。"}


def award(steps: list[Step], slug: str = "course", **fields: Any) -> Award:
    """Return an award of a programme that these steps earn, with its words in English and Chinese."""
    made = Award.objects.create(programme=steps[0].programme, slug=slug, **fields)
    made.steps.set(steps)
    for language, title in TITLES.items():
        AwardText.objects.create(award=made, language=language, title=title, statement=STATEMENTS[language])
    return made


def certificate(given: Award, learner: Any, issued_in: datetime.date = ARRIVED) -> Certificate:
    """Return a certificate somebody holds."""
    terms = {"award": given.slug, "steps": [{"code": step.code, "kind": step.kind} for step in given.steps.all()]}
    return Certificate.objects.create(learner=learner, award=given, issued_in=issued_in.replace(day=1), terms=terms)


def complete(enrolment: Enrolment, *steps: Step, on: datetime.date = ARRIVED) -> None:
    """Complete steps as a learner does."""
    for step in steps:
        complete_step(enrolment, step, on=on)
