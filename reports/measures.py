"""What is counted, exact and in SQL: scores stored at submission, never answers. Nothing here may be shown.

One person counts once per wave: by the standing score of the first attempt, submitted. Sums of points and of their
squares are whole numbers, so means and spreads come out exact. One row per audience comes back from one statement that
joins each wave to the enrolment by the unique index on it; a subquery per score took four times as long.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Aggregate,
    Count,
    Exists,
    FilteredRelation,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Sum,
)
from django.db.models.functions import Cast

from assessments.choices import RuleKind, SittingState, Wave
from assessments.models import AwarenessRule, Score, StepTest
from courses.models import Enrolment, Programme
from reports.choices import Population
from reports.disclosure import Pairs

Row = dict[str, Any]
AUDIENCE = "cohort__audience__"
ABOUT = ("code", "name", "position", "privacy_class")
WAYS = ("both", "first", "last", "none")


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
    has_synthetic = counted(Enrolment.objects.filter(programme=programme), Population.SYNTHETIC).exists()
    return Population.SYNTHETIC if has_synthetic else Population.REAL


def measure(programme: Programme, population: Population, *, without: Iterable[str] = ()) -> Measures:
    """Count a programme, leaving out audiences of the privacy classes in `without`; three queries at any size.

    Raises MixedInstrumentsError where its scores cannot be put side by side.
    """
    tests = list(StepTest.objects.filter(step__programme=programme).select_related("instrument"))
    if len({test.instrument_id for test in tests}) > 1 or len({test.wave for test in tests}) < len(tests):
        raise MixedInstrumentsError
    by_wave = {wave: test for wave in Wave.values for test in tests if test.wave == wave}
    rules = _rules(tests[0].instrument_id) if tests else ()
    everybody = counted(Enrolment.objects.filter(programme=programme), population)
    people = everybody.exclude(cohort__audience__privacy_class__in=list(without))
    rows = list(_counts(people, by_wave, rules))
    return Measures(
        waves=tuple(by_wave),
        rules=rules,
        instrument=tests[0].instrument.name if tests else "",
        max_points=_one_length(rows, by_wave),
        audiences=tuple(_audience(row, by_wave, rules) for row in rows),
    )


def counted(people: QuerySet[Enrolment], population: Population) -> QuerySet[Enrolment]:
    """Keep who is counted: never demonstration accounts; a real person in a synthetic cohort is neither.

    Somebody who erased the account stays counted: only real people are left without a learner.
    """
    if population == Population.SYNTHETIC:
        return people.filter(learner__is_synthetic=True, learner__is_demonstration=False)
    is_real = Q(learner__is_synthetic=False, learner__is_demonstration=False) | Q(learner__isnull=True)
    return people.filter(is_real, cohort__is_synthetic=False)


def _rules(instrument_id: int) -> tuple[RuleTerms, ...]:
    """Return the newest version of each rule of the instrument, the mean first."""
    found = AwarenessRule.objects.filter(instrument=instrument_id).order_by("version")
    newest = {one.slug: RuleTerms(one.slug, one.version, one.kind, one.cut_off) for one in found}
    return tuple(sorted(newest.values(), key=lambda one: (not one.is_mean, one.slug)))


def _counts(people: QuerySet[Enrolment], tests: dict[str, StepTest], rules: tuple[RuleTerms, ...]) -> QuerySet:
    """Return one row per audience with everything that is counted of it; one query."""
    counts: dict[str, Aggregate] = {"enrolled": Count("pk")}
    for wave, test in tests.items():
        people = _with_wave(people, wave, test)
        first = Wave.INTAKE if Wave.INTAKE in tests else wave
        counts |= _sums(wave, first, test)
        for at, rule in enumerate(rules):
            if not rule.is_mean:
                counts |= _cells(wave, first, at, rule.cut_off)
    return people.order_by().values(*(f"{AUDIENCE}{name}" for name in ABOUT)).annotate(**counts)


def _with_wave(people: QuerySet[Enrolment], wave: str, test: StepTest) -> QuerySet[Enrolment]:
    """Join the first attempt at a test, where it was submitted, and of its scores the newest version."""
    attempt = Q(sittings__test=test.pk, sittings__number=1, sittings__state=SittingState.SUBMITTED)
    joined = _joined(wave)
    newer = Score.objects.filter(sitting=OuterRef(f"{joined}__pk"), version__gt=OuterRef(f"{joined}__scores__version"))
    return people.alias(**{joined: FilteredRelation("sittings", condition=attempt)}).filter(~Exists(newer))


def _joined(wave: str) -> str:
    """Return a wave's name in the statement, where END alone is a word of SQL."""
    return f"at_{wave.lower()}"


def _sums(wave: str, first: str, test: StepTest) -> dict[str, Aggregate]:
    """Return people, sums and what tells whether the scores of a wave belong together."""
    joined = _joined(wave)
    points = Cast(f"{joined}__scores__points", IntegerField())
    took = Q(**{f"{joined}__scores__isnull": False})
    of_another = took & ~Q(**{f"{joined}__form__instrument": test.instrument_id})
    return {
        f"{wave}_n": Count(f"{joined}__scores"),
        f"{wave}_points": Sum(points),
        f"{wave}_squares": Sum(points * points),
        f"{wave}_started": Count(f"{_joined(first)}__scores", filter=took),
        f"{wave}_least": Min(f"{joined}__scores__max_points"),
        f"{wave}_most": Max(f"{joined}__scores__max_points"),
        f"{wave}_foreign": Count(f"{joined}__scores", filter=of_another),
    }


def _cells(wave: str, first: str, at: int, cut_off: int | None) -> dict[str, Aggregate]:
    """Return the counts of one rule: who reached the mark, and the four ways to have done so before and now."""
    now, before = (f"{_joined(one)}__scores__points" for one in (wave, first))
    ways = ("gte", "gte"), ("gte", "lt"), ("lt", "gte"), ("lt", "lt")
    cells = {
        f"{wave}_{way}_{at}": Count("pk", filter=Q(**{f"{before}__{then}": cut_off, f"{now}__{later}": cut_off}))
        for way, (then, later) in zip(WAYS, ways, strict=True)
    }
    return {f"{wave}_reached_{at}": Count("pk", filter=Q(**{f"{now}__gte": cut_off})), **cells}


def _one_length(rows: list[Row], waves: Iterable[str]) -> int | None:
    """Return the points that every score could reach; None where there is no score.

    Raises MixedInstrumentsError where they differ, or a form of another instrument was used.
    """
    lengths = {row[f"{wave}_{end}"] for row in rows for wave in waves for end in ("least", "most")} - {None}
    if len(lengths) > 1 or any(row[f"{wave}_foreign"] for row in rows for wave in waves):
        raise MixedInstrumentsError
    return lengths.pop() if lengths else None


def _audience(row: Row, waves: Iterable[str], rules: tuple[RuleTerms, ...]) -> AudienceMeasure:
    about = {name: row[f"{AUDIENCE}{name}"] for name in ABOUT}
    measured = {wave: _wave(row, wave, rules) for wave in waves}
    return AudienceMeasure(**about, enrolled=row["enrolled"], waves=measured)


def _wave(row: Row, wave: str, rules: tuple[RuleTerms, ...]) -> WaveMeasure:
    shares = {rule.slug: at for at, rule in enumerate(rules) if not rule.is_mean}
    return WaveMeasure(
        n=row[f"{wave}_n"],
        points=row[f"{wave}_points"] or 0,
        squares=row[f"{wave}_squares"] or 0,
        started=row[f"{wave}_started"],
        reached={slug: row[f"{wave}_reached_{at}"] for slug, at in shares.items()},
        pairs={slug: tuple(row[f"{wave}_{way}_{at}"] for way in WAYS) for slug, at in shares.items()},
    )
