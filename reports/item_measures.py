"""How a question was answered, counted in SQL from the answers that stand. Nothing here may be shown.

One person counts once per test: by the first attempt, once it is submitted. People with the same answer come back as
one row with the sums of their points, so that correlations come out exact without a row for each answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from assessments.choices import DONT_KNOW, SittingState, Timing, TypeCode
from assessments.definitions import definition_of
from assessments.item_types import TYPES
from assessments.models import Question, Response, Score, Sitting
from courses.models import Enrolment
from people.choices import PrivacyClass
from reports.choices import Population
from reports.disclosure import RawItem
from reports.measures import counted
from reports.statistics import ItemSums, corrected_point_biserial

# What answers of these types are is shown; those of others only as right, partly right and wrong.
LISTED = (TypeCode.SINGLE_CHOICE, TypeCode.TRUE_FALSE, TypeCode.PICTURE_CHOICE, TypeCode.RATING)
NONE, RIGHT, PARTLY, WRONG = "", "right", "partly", "wrong"
GROUP = {
    "wave": F("test__wave"),
    "name": F("form__instrument__name"),
    "letter": F("form__letter"),
    "spoken": F("language"),
}
Key = tuple[str, str, str, str]


@dataclass
class Group:
    """One wave, form and language under way: who answered what."""

    is_protected: bool = False
    right: int = 0
    answers: dict[str, int] = field(default_factory=dict)
    sums: ItemSums = field(default_factory=ItemSums)


def measure_item(question: Question, population: Population, *, without: Iterable[str] = ()) -> dict[Key, RawItem]:
    """Count a question by wave, form and language, leaving out these privacy classes.

    One query at any size, and two for items and wordings where they were not fetched before.
    """
    items = [(one.form_id, one.pk, one.is_dropped) for one in question.items.all()]
    if not items:
        return {}
    definition = definition_of(question, question.wordings.all())
    kind = TYPES.get(question.type)
    has_key = definition.counts and kind is not None and not kind.is_marked_by_person
    dropped = {form for form, _item, is_dropped in items if is_dropped}
    groups: dict[Key, Group] = {}
    for row in _rows([one[:2] for one in items], population, without):
        group = groups.setdefault((row["wave"], row["name"], row["letter"], row["spoken"]), Group())
        points = kind.points(definition, row["answer"]) if kind and has_key and row["answer"] else 0
        is_right = has_key and kind is not None and points == kind.max_points(definition)
        shown = _shown(question.type, row["answer"], points, is_right=is_right)
        group.answers[shown] = group.answers.get(shown, 0) + row["n"]
        group.right += row["n"] * is_right
        group.is_protected |= row["privacy_class"] == PrivacyClass.PROTECTED
        # A dropped item is no part of the total any more.
        total, squares = (
            (row["total"], row["squares"])
            if row["form"] not in dropped
            else (
                row["total"] + row["n"] * points,
                row["squares"] + 2 * points * row["total"] + row["n"] * points * points,
            )
        )
        group.sums = group.sums.plus(row["n"], points, total, squares)
    return {key: _raw(group, has_key=has_key) for key, group in groups.items()}


def _rows(items: list[tuple[int, int]], population: Population, without: Iterable[str]) -> QuerySet:
    """Return a row for each group, privacy class and answer."""
    standing = (
        Response.objects.filter(sitting=OuterRef("pk"), item__in=[item for _form, item in items])
        .filter(~Q(timing=Timing.LATE) | Q(sitting__late_accepted=True))
        .order_by("-sequence")
        .values("answer")[:1]
    )
    newer = Score.objects.filter(sitting=OuterRef("pk"), version__gt=OuterRef("scores__version"))
    people = counted(Enrolment.objects.all(), population).exclude(cohort__audience__privacy_class__in=list(without))
    points = Cast("scores__points", IntegerField())
    return (
        Sitting.objects.filter(number=1, state=SittingState.SUBMITTED, enrolment__in=people)
        .alias(held=Cast("paper", TextField()))
        .filter(_on_paper(items))
        # Of whom no answer is left the answers were deleted in time; taking them for empty sheets would be untrue.
        .filter(Exists(Response.objects.filter(sitting=OuterRef("pk"))))
        .filter(~Exists(newer), scores__isnull=False)
        .annotate(answer=Coalesce(Subquery(standing), Value(NONE), output_field=TextField()), **GROUP)
        .values(*GROUP, "form", "answer", privacy_class=F("enrolment__cohort__audience__privacy_class"))
        .annotate(n=Count("pk"), total=Sum(points), squares=Sum(points * points))
        .order_by("wave", "name", "letter", "spoken")
    )


def _on_paper(items: list[tuple[int, int]]) -> Q:
    """Keep sittings on whose paper the item stood; an empty paper holds all items of its form."""
    found = Q(pk__in=[])
    for form, item in items:
        drawn = Q(held="[]") | Q(held=f"[{item}]") | Q(held__contains=f", {item},")
        drawn |= Q(held__startswith=f"[{item},") | Q(held__endswith=f", {item}]")
        found |= Q(form=form) & drawn
    return found


def _shown(type_code: str, answer: str, points: int, *, is_right: bool) -> str:
    """Return under what an answer is counted: itself, or only how right it is."""
    if type_code in LISTED or answer in (NONE, DONT_KNOW):
        return answer
    if is_right:
        return RIGHT
    return PARTLY if points else WRONG


def _raw(group: Group, *, has_key: bool) -> RawItem:
    return RawItem(
        # Police and social workers have the same rules; who are together with protected people have theirs.
        privacy_class="protected" if group.is_protected else "ordinary",
        n=group.sums.n,
        right=group.right if has_key else None,
        answers=tuple(sorted(group.answers.items(), key=lambda one: (one[0] in (NONE, DONT_KNOW), one[0]))),
        correlation=corrected_point_biserial(group.sums) if has_key else None,
    )
