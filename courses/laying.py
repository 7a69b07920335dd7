"""Laying out a programme's plan: three ones, two tests, one exam, as rows that are then edited like any others."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from courses.choices import Opening, StepKind
from courses.materials import tests
from courses.models import Programme, Step
from courses.plan_checks import WITH_TEST


@dataclass(frozen=True)
class Row:
    """A step of the template; `after` is the code of one above it."""

    code: str
    kind: StepKind
    opening: Opening = Opening.AFTER_STEP
    after: str = "intake"
    more: tuple[tuple[str, Any], ...] = ()


# The days are Anshan's (curriculum/anshan/programme.toml). The exam comes after the last of the three ones: whoever
# arrives in December learns first.
TEMPLATE = (
    Row("intake", StepKind.TEST, Opening.AT_ONCE, ""),
    Row("read", StepKind.READ),
    Row("questionnaire", StepKind.QUESTIONNAIRE),
    Row("watch", StepKind.WATCH),
    Row("follow-up", StepKind.TEST, Opening.OFFSET, "intake", (("offset_months", 3), ("open_days", 14))),
    Row(
        "exam",
        StepKind.EXAM,
        Opening.YEARLY,
        "watch",
        (("window_from", "12-01"), ("window_to", "12-31"), ("pass_mark", 60)),
    ),
)


@transaction.atomic
def lay_template(programme: Programme, material: str = "") -> bool:
    """Give a programme without steps those of the template; True for whoever did it, False where there are steps.

    `material` is what the tests are drawn from; without it they are still to be chosen.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    if Step.objects.filter(programme=programme).exists():
        return False
    made: dict[str, Step] = {}
    for position, row in enumerate(TEMPLATE):
        made[row.code] = Step.objects.create(
            programme=programme,
            code=row.code,
            kind=row.kind,
            opening=row.opening,
            after=made.get(row.after),
            sort_order=position,
            **dict(row.more),
        )
        if material and row.kind in WITH_TEST:
            tests().hang(made[row.code], material)
    return True
