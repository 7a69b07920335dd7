"""Crowds that sat a whole test with their answers, in a handful of statements."""

import datetime
import uuid

from django.utils import timezone

from assessments.models import Response, Score, Sitting, StepTest
from courses.models import Cohort, Enrolment
from people.models import User
from tests.factories.courses import ARRIVED


def many_sittings(test: StepTest, cohort: Cohort, count: int, *, right: int, day: datetime.date = ARRIVED) -> None:
    """Let `count` people of a cohort hand in form A; the first `right` answers of each are a, the others b."""
    form = test.instrument.forms.get(letter="A")
    items = list(form.items.order_by("position").select_related("question__topic"))
    people = User.objects.bulk_create(
        User(handle=f"many-{uuid.uuid4().hex[:12]}", audience=cohort.audience, privacy_class=cohort.privacy_class)
        for _ in range(count)
    )
    enrolments = Enrolment.objects.bulk_create(
        Enrolment(learner=one, cohort=cohort, programme_id=cohort.programme_id) for one in people
    )
    now, mark = timezone.now(), test.step.pass_mark
    same = {"test": test, "form": form, "language": "en", "state": "SUBMITTED", "submitted_on": day, "started_at": now}
    sittings = Sitting.objects.bulk_create(Sitting(enrolment=one, pass_mark=mark, **same) for one in enrolments)
    Response.objects.bulk_create(
        (
            Response(sitting=one, item=item, answer="a" if at < right else "b", sequence=at + 1, saved_at=now)
            for one in sittings
            for at, item in enumerate(items)
        ),
        batch_size=5_000,
    )
    by_topic: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        had, of = by_topic.get(item.question.topic.code, [0, 0])
        by_topic[item.question.topic.code] = [had + (at < right), of + 1]
    Score.objects.bulk_create(
        Score(sitting=one, points=right, max_points=len(items), by_topic=by_topic) for one in sittings
    )
