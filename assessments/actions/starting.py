"""Starting a sitting: one form is drawn, one paper, and the terms are frozen with it."""

import datetime
import secrets

from django.db import IntegrityError, transaction
from django.db.models import Count, Max

from assessments.choices import FormKind, QuestionKind, SittingState
from assessments.draw import PoolItem, draw_form, draw_paper
from assessments.models import Sitting, StepTest, TestForm
from courses.models import Enrolment


def start_sitting(enrolment: Enrolment, test: StepTest, *, language: str, at: datetime.datetime) -> Sitting:
    """Return the open sitting of a test, or start one with a form drawn for this learner.

    Two starts at once give one sitting: a unique constraint lets one of them through, the other reads it.
    """
    try:
        with transaction.atomic():
            found = Sitting.objects.filter(enrolment=enrolment, test=test, state=SittingState.OPEN).first()
            return found or _new_sitting(enrolment, test, language, at)
    except IntegrityError:
        return Sitting.objects.get(enrolment=enrolment, test=test, state=SittingState.OPEN)


def _new_sitting(enrolment: Enrolment, test: StepTest, language: str, at: datetime.datetime) -> Sitting:
    forms = {form.letter: form for form in test.instrument.forms.published()}
    mine = Sitting.objects.filter(enrolment=enrolment, test__instrument=test.instrument).order_by("started_at")
    taken = (
        Sitting.objects.filter(enrolment__cohort_id=enrolment.cohort_id, test=test, number=1)
        .values("form__letter")
        .annotate(count=Count("pk"))
        .values_list("form__letter", "count")
    )
    had = list(mine.values_list("form__letter", flat=True))
    form = forms[draw_form(list(forms), had, dict(taken), seed=f"{enrolment.pk}:{test.pk}")]
    number = (mine.filter(test=test).aggregate(last=Max("number"))["last"] or 0) + 1
    seed = secrets.randbelow(2**62)
    return Sitting.objects.create(
        enrolment=enrolment,
        test=test,
        form=form,
        number=number,
        language=language,
        started_at=at,
        ends_at=at + datetime.timedelta(minutes=test.minutes) if test.minutes else None,
        seed=seed,
        paper=paper_for(form, seed, shuffle=test.shuffle_items),
        pass_mark=test.step.pass_mark,
    )


def paper_for(form: TestForm, seed: int, *, shuffle: bool) -> list[int]:
    """Return the ids of the items on one paper of a form, in their order; one or two queries.

    Items about behaviour are asked in the blind ballot, never on the paper. Raises BlueprintError.
    """
    items = form.items.exclude(question__kind=QuestionKind.BEHAVIOUR).exclude(is_dropped=True)
    pool = [
        PoolItem(item, topic or "", is_anchor, family)
        for item, topic, is_anchor, family in items.values_list(
            "pk", "question__topic__code", "is_anchor", "question__family"
        )
    ]
    rows = None
    if form.kind == FormKind.BLUEPRINT:
        rows = dict(form.rows.values_list("topic__code", "count"))
    return draw_paper(pool, rows, seed, shuffle=shuffle)
