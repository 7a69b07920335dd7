"""What a test asks of one learner, told before it starts."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from assessments.choices import FormKind, QuestionKind
from assessments.models import ExtraTime, StepTest, TestForm
from assessments.requirements import forms_for
from assessments.timing import end_of
from courses.models import Enrolment


@dataclass(frozen=True)
class Offer:
    """How many questions (None: no published form), how many minutes (None: no limit), how many attempts are left.

    `ends_at` is set where the step closes before the minutes are over.
    """

    count: int | None
    minutes: int | None
    ends_at: datetime.datetime | None
    attempts_left: int | None

    @property
    def can_start(self) -> bool:
        """Tell whether there is a form, and an attempt left."""
        return self.count is not None and self.attempts_left != 0


def offer_of(test: StepTest, enrolment: Enrolment, closes_on: datetime.date | None, at: datetime.datetime) -> Offer:
    """Return what a test that is started `at` would ask; up to six queries."""
    extra = sum(ExtraTime.objects.filter(enrolment=enrolment).values_list("minutes", flat=True)) if test.minutes else 0
    whole = end_of(at, test.minutes, extra, None, timezone.get_default_timezone())
    ends_at = end_of(at, test.minutes, extra, closes_on, timezone.get_default_timezone())
    used = enrolment.sittings.filter(test=test).count() if test.attempts is not None else 0
    return Offer(
        count=length_of(forms_for(enrolment, test)),
        minutes=None if test.minutes is None else test.minutes + extra,
        ends_at=None if ends_at == whole else ends_at,
        attempts_left=None if test.attempts is None else max(0, test.attempts - used),
    )


def length_of(forms: QuerySet[TestForm]) -> int | None:
    """Return how many questions a paper of one of these forms holds, None where there is none; two or three queries."""
    form = forms.order_by("letter").first()
    if form is None:
        return None
    asked = form.items.exclude(question__kind=QuestionKind.BEHAVIOUR).exclude(is_dropped=True)
    if form.kind != FormKind.BLUEPRINT:
        return int(asked.count())
    return int(asked.filter(is_anchor=True).count() + sum(form.rows.values_list("count", flat=True)))
