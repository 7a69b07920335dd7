"""What is counted, exact and in SQL: scores stored at submission, never answers. Nothing here may be shown.

One person counts once per wave: by the standing score of the first attempt, submitted. Sums of points and of their
squares are whole numbers, so means and spreads come out exact.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Cast

from assessments.choices import RuleKind, SittingState, Wave
from assessments.models import AwarenessRule, Score, StepTest
from courses.models import Enrolment, Programme
from reports.choices import Population
from reports.disclosure import Pairs

Row = dict[str, Any]
AUDIENCE = "audience__"
WAYS = ("both", "first", "last", "none")
FIRST_ATTEMPT = {"sitting__number": 1, "sitting__state": SittingState.SUBMITTED}


class MixedInstrumentsError(Exception):
    """The scores come from more than one instrument, test or length of test and must not be put together."""


@dataclass(frozen=True)
class RuleTerms:
    """An awareness rule as it stood; `cut_off` is None for a mean."""

    slug: str
    version: int
    kind: str
    cut_off: int | None

    @property
    def is_mean(self) -> bool:
        """Tell whether the rule is a mean over people, not a share of them."""
        return self.kind == RuleKind.MEAN_PERCENT


@dataclass(frozen=True)
class WaveMeasure:
    """One wave of one audience: people, points and their squares, and how many also took the first test.

    `reached` and `pairs` go by the slug of a rule with a cut-off; the pairs are of those who took both tests.
    """

    n: int = 0
    points: int = 0
    squares: int = 0
    started: int = 0
    reached: dict[str, int] | None = None
    pairs: dict[str, Pairs] | None = None


@dataclass(frozen=True)
class AudienceMeasure:
    """One audience: everybody enrolled, and the waves that took place."""

    code: str
    name: str
    position: int
    privacy_class: str
    enrolled: int
    waves: dict[str, WaveMeasure]

    def wave(self, name: str) -> WaveMeasure:
        """Return a wave, empty where nobody took it."""
        return self.waves.get(name, WaveMeasure(reached={}, pairs={}))


@dataclass(frozen=True)
class Measures:
    """All that a gain report counts; `max_points` is None while nobody took a test."""

    waves: tuple[str, ...]
    rules: tuple[RuleTerms, ...]
    instrument: str
    max_points: int | None
    audiences: tuple[AudienceMeasure, ...]


def default_population(programme: Programme) -> Population:
    """Return the synthetic people where the programme has any, else the real ones; one query."""
    has_synthetic = _counted(programme, Population.SYNTHETIC).exists()
    return Population.SYNTHETIC if has_synthetic else Population.REAL


def measure(programme: Programme, population: Population, *, without: Iterable[str] = ()) -> Measures:
    """Count a programme, leaving out audiences of the privacy classes in `without`; four queries at any size.

    Raises MixedInstrumentsError where its scores cannot be put side by side.
    """
    tests = list(StepTest.objects.filter(step__programme=programme).select_related("instrument"))
    if len({test.instrument_id for test in tests}) > 1 or len({test.wave for test in tests}) < len(tests):
        raise MixedInstrumentsError
    by_wave = {test.wave: test for test in tests}
    rules = _rules(tests[0].instrument_id) if tests else ()
    enrolments = _counted(programme, population).exclude(cohort__audience__privacy_class__in=list(without))
    rows = list(_scores(enrolments, by_wave, rules)) if tests else []
    if len({(row["sitting__form__instrument"], row["max_points"]) for row in rows}) > 1:
        raise MixedInstrumentsError
    return Measures(
        waves=tuple(wave for wave in Wave.values if wave in by_wave),
        rules=rules,
        instrument=tests[0].instrument.name if tests else "",
        max_points=rows[0]["max_points"] if rows else None,
        audiences=tuple(_audience(row, rows, rules) for row in _enrolled(enrolments)),
    )


def _counted(programme: Programme, population: Population) -> QuerySet[Enrolment]:
    """Return who is counted: never demonstration accounts; a real person in a synthetic cohort is neither."""
    people = Enrolment.objects.filter(programme=programme, learner__is_demonstration=False)
    if population == Population.SYNTHETIC:
        return people.filter(learner__is_synthetic=True)
    return people.filter(learner__is_synthetic=False, cohort__is_synthetic=False)


def _rules(instrument_id: int) -> tuple[RuleTerms, ...]:
    """Return the newest version of each rule of the instrument, the mean first."""
    found = AwarenessRule.objects.filter(instrument=instrument_id).order_by("version")
    newest = {one.slug: RuleTerms(one.slug, one.version, one.kind, one.cut_off) for one in found}
    return tuple(sorted(newest.values(), key=lambda one: (not one.is_mean, one.slug)))


def _enrolled(enrolments: QuerySet[Enrolment]) -> QuerySet:
    fields = (f"cohort__{AUDIENCE}{name}" for name in ("pk", "code", "name", "position", "privacy_class"))
    return enrolments.order_by().values(*fields).annotate(enrolled=Count("pk"))


def _scores(enrolments: QuerySet[Enrolment], tests: dict[str, StepTest], rules: tuple[RuleTerms, ...]) -> QuerySet:
    """Return one row per audience, wave, instrument and length of test, with its sums; one query."""
    scores = Score.objects.standing().filter(**FIRST_ATTEMPT)
    intake = tests.get(Wave.INTAKE)
    first = scores.filter(sitting__enrolment=OuterRef("sitting__enrolment"), sitting__test=intake).values("points")
    points = Cast("points", IntegerField())
    sums = {"n": Count("pk"), "sum": Sum(points), "squares": Sum(points * points), "started": Count("first_points")}
    for at, rule in enumerate(rules):
        if not rule.is_mean:
            sums |= _cells(at, rule.cut_off)
    return (
        scores.filter(sitting__test__in=[test.pk for test in tests.values()], sitting__enrolment__in=enrolments)
        .annotate(first_points=Subquery(first))
        .order_by()
        .values(
            "sitting__enrolment__cohort__audience", "sitting__test__wave", "sitting__form__instrument", "max_points"
        )
        .annotate(**sums)
    )


def _cells(at: int, cut_off: int | None) -> dict[str, Count]:
    """Return the counts of one rule: who reached the mark, and the four ways to have done so before and now."""
    now, before = Q(points__gte=cut_off), Q(first_points__gte=cut_off)
    not_now, not_before = Q(points__lt=cut_off), Q(first_points__lt=cut_off)
    conditions = (before & now, before & not_now, not_before & now, not_before & not_now)
    cells = {f"{way}_{at}": Count("pk", filter=condition) for way, condition in zip(WAYS, conditions, strict=True)}
    return {f"reached_{at}": Count("pk", filter=now), **cells}


def _audience(enrolled: Row, rows: list[Row], rules: tuple[RuleTerms, ...]) -> AudienceMeasure:
    about = {key.removeprefix(f"cohort__{AUDIENCE}"): value for key, value in enrolled.items()}
    mine = [row for row in rows if row["sitting__enrolment__cohort__audience"] == about["pk"]]
    del about["pk"]
    return AudienceMeasure(**about, waves={row["sitting__test__wave"]: _wave(row, rules) for row in mine})


def _wave(row: Row, rules: tuple[RuleTerms, ...]) -> WaveMeasure:
    shares = {rule.slug: at for at, rule in enumerate(rules) if not rule.is_mean}
    return WaveMeasure(
        n=row["n"],
        points=row["sum"],
        squares=row["squares"],
        started=row["started"],
        reached={slug: row[f"reached_{at}"] for slug, at in shares.items()},
        pairs={slug: tuple(row[f"{way}_{at}"] for way in WAYS) for slug, at in shares.items()},
    )
