"""From exact counts to what may be shown. Everything passes the gate; after it, a report only ever shows less.

A table has one row for each audience (its code) and these columns: "enrolled", "missing/<wave>", "<wave>/<rule>" and
"change/<rule>". "missing/INTAKE" is who joined and took no first test. There is no row for everyone together: a hidden
figure could be worked out from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.choices import Wave
from courses.models import Programme
from people.choices import PrivacyClass
from reports.choices import Population
from reports.disclosure import (
    PublishedChange,
    PublishedCount,
    PublishedFigure,
    PublishedTable,
    RawCell,
    RawChange,
    RawCount,
    RawFigure,
    RawMissing,
    RawTable,
    ScoreSums,
    publish_table,
)
from reports.measures import AudienceMeasure, Measures, RuleTerms, measure
from reports.withheld import ENROLLED, change_key, figure_key, missing_key, withhold

FIRST, LAST = Wave.INTAKE, Wave.END


@dataclass(frozen=True)
class AudienceLine:
    """An audience's place in the report."""

    code: str
    name: str
    is_protected: bool


@dataclass(frozen=True)
class GainTable:
    """All of a report that may be shown; audiences by group size, never by result."""

    programme: Programme
    population: Population
    instrument: str
    max_points: int | None
    waves: tuple[str, ...]
    rules: tuple[RuleTerms, ...]
    audiences: tuple[AudienceLine, ...]
    published: PublishedTable

    @property
    def is_synthetic(self) -> bool:
        """Tell whether the people are invented, which every page, file and answer says."""
        return self.population == Population.SYNTHETIC

    def figure(self, audience: AudienceLine, wave: str, rule: RuleTerms) -> PublishedFigure:
        """Return one wave of one audience under one rule."""
        return self.published.at(audience.code, figure_key(wave, rule.slug))

    def change(self, audience: AudienceLine, rule: RuleTerms) -> PublishedChange | None:
        """Return the change from the first test to the end; None where the programme lacks one of the two."""
        return self.published.at(audience.code, change_key(rule.slug))

    def enrolled(self, audience: AudienceLine) -> PublishedCount:
        """Return how many joined."""
        return self.published.at(audience.code, ENROLLED)

    def missing(self, audience: AudienceLine, wave: str) -> PublishedCount | None:
        """Return how many are missing at a wave; None where some took it who had not taken the one before."""
        return self.published.at(audience.code, missing_key(wave))


def gain_table(programme: Programme, population: Population, *, without: tuple[str, ...] = ()) -> GainTable:
    """Count a programme and publish it; three queries. Raises MixedInstrumentsError."""
    measures = measure(programme, population, without=without)
    raw = RawTable(tuple(cell for one in measures.audiences for cell in _raw_row(one, measures)))
    published = withhold(publish_table(raw), first=FIRST, last=LAST, later=measures.waves)
    return GainTable(
        programme=programme,
        population=population,
        instrument=measures.instrument,
        max_points=measures.max_points,
        waves=measures.waves,
        rules=measures.rules,
        audiences=_by_size(measures, published),
        published=published,
    )


def _raw_row(one: AudienceMeasure, measures: Measures) -> Iterator[RawCell]:
    """Yield all cells of an audience, exact."""
    yield RawCell(one.code, ENROLLED, RawCount(one.privacy_class, one.enrolled))
    for wave in measures.waves:
        missing = _missing(one, wave, measures)
        if missing is not None:
            yield RawCell(one.code, missing_key(wave), missing)
        for rule in measures.rules:
            yield RawCell(one.code, figure_key(wave, rule.slug), _figure(one, wave, rule, measures.max_points))
    if {FIRST, LAST} <= set(measures.waves):
        for rule in measures.rules:
            first, last = (_figure(one, wave, rule, measures.max_points) for wave in (FIRST, LAST))
            yield RawCell(one.code, change_key(rule.slug), RawChange(first, last, _pairs(one, rule)))


def _figure(one: AudienceMeasure, wave: str, rule: RuleTerms, max_points: int | None) -> RawFigure:
    counted = one.wave(wave)
    if not rule.is_mean:
        return RawFigure("share", one.privacy_class, counted.n, successes=counted.reached.get(rule.slug, 0))
    scores = ScoreSums.of_points(counted.points, counted.squares, max_points or 1)
    return RawFigure("mean", one.privacy_class, counted.n, scores=scores)


def _pairs(one: AudienceMeasure, rule: RuleTerms) -> tuple[int, int, int, int] | None:
    """Return the pairs where both tests were taken by the very same people; None for a mean or where some differ."""
    first, last = one.wave(FIRST), one.wave(LAST)
    is_same = first.n == last.n == last.started
    return last.pairs.get(rule.slug) if is_same and not rule.is_mean else None


def _missing(one: AudienceMeasure, wave: str, measures: Measures) -> RawMissing | None:
    """Return who is missing; at the first wave those who joined and took no test.

    None where there is no first wave, or where others came in later: what is missing and what is there would give
    back how many they are.
    """
    counted = one.wave(wave)
    if FIRST not in measures.waves:
        return None
    if wave == FIRST:
        return RawMissing(one.privacy_class, one.enrolled, counted.n)
    if counted.started != counted.n:
        return None
    return RawMissing(one.privacy_class, one.wave(FIRST).n, counted.n)


def _by_size(measures: Measures, published: PublishedTable) -> tuple[AudienceLine, ...]:
    """Return the audiences, largest first by the published size: the exact one would order two rounded alike."""

    def size(one: AudienceMeasure) -> tuple[int, int, str]:
        first = [published.at(one.code, figure_key(FIRST, rule.slug)) for rule in measures.rules]
        shown = [published.at(one.code, ENROLLED).number, *(figure.n for figure in first if figure)]
        return -max(number or 0 for number in shown), one.position, one.code

    return tuple(
        AudienceLine(one.code, one.name, one.privacy_class == PrivacyClass.PROTECTED)
        for one in sorted(measures.audiences, key=size)
    )
