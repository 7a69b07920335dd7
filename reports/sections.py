"""A published table laid out as the sections of the report page: sentences, charts, rows."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from reports import sentences
from reports.charts import Dot, axis, dot, dots, dumbbell
from reports.choices import WaveName
from reports.disclosure import PublishedChange, PublishedCount, PublishedFigure
from reports.measures import RuleTerms
from reports.statistics.rounding import half_up
from reports.tables import FIRST, LAST, AudienceLine, GainTable
from reports.words import Strength, strength

TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class GainRow:
    """One audience under one rule; `waves` are names and figures, `change` and `last` are None where the
    programme has no such test."""

    line: AudienceLine
    waves: tuple[tuple[str, PublishedFigure], ...]
    first: PublishedFigure
    last: PublishedFigure | None
    change: PublishedChange | None
    word: Strength | None
    sentence: str
    before_and_after: SafeString
    all_waves: SafeString

    @property
    def is_hidden(self) -> bool:
        """Tell whether nothing at all of this audience is shown."""
        return not any(sentences.says_something(figure) for _name, figure in self.waves)


@dataclass(frozen=True)
class GainSection:
    """All audiences under one rule."""

    rule: RuleTerms
    rows: tuple[GainRow, ...]


@dataclass(frozen=True)
class MissingRow:
    """Who of an audience joined, came and is missing; `counts` are one for each wave, the first wave's first."""

    line: AudienceLine
    enrolled: PublishedCount
    started: PublishedFigure
    counts: tuple[PublishedCount | None, ...]
    limits: str

    @property
    def is_hidden(self) -> bool:
        """Tell whether no number of this audience is shown."""
        numbers = [one for one in (self.enrolled, *self.counts) if one and (one.number is not None or one.bound)]
        return not numbers and self.started.n is None


def gain_sections(table: GainTable) -> list[GainSection]:
    """Return a section for each rule; nothing without a first test."""
    if FIRST not in table.waves:
        return []
    return [GainSection(rule, tuple(_row(table, line, rule) for line in table.audiences)) for rule in table.rules]


def missing_rows(table: GainTable) -> list[MissingRow]:
    """Return a row for each audience; nothing without a first test."""
    if FIRST not in table.waves or not table.rules:
        return []
    return [_missing_row(table, line) for line in table.audiences]


def wave_names(table: GainTable) -> list[str]:
    """Return the names of the programme's waves."""
    return [str(WaveName(wave).label) for wave in table.waves]


def scale() -> SafeString:
    """Return the scale below the charts."""
    return _safe(axis([sentences.percent(tick) for tick in TICKS]))


def _row(table: GainTable, line: AudienceLine, rule: RuleTerms) -> GainRow:
    figures = {wave: table.figure(line, wave, rule) for wave in table.waves}
    marks = {wave: _dot(figure) for wave, figure in figures.items()}
    first, last, change = figures[FIRST], figures.get(LAST), table.change(line, rule)
    return GainRow(
        line=line,
        waves=tuple(zip(wave_names(table), figures.values(), strict=True)),
        first=first,
        last=last,
        change=change,
        word=strength(change) if change else None,
        sentence=sentences.sentence(first, last, is_mean=rule.is_mean),
        before_and_after=_safe(dumbbell(marks[FIRST], marks.get(LAST))),
        all_waves=_safe(dots(list(marks.items()))),
    )


def _dot(figure: PublishedFigure) -> Dot | None:
    return dot(figure, "" if figure.percent is None else sentences.percent(figure.percent))


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 -- charts.py escapes its only text, the labels


def _missing_row(table: GainTable, line: AudienceLine) -> MissingRow:
    counts = {wave: table.missing(line, wave) for wave in table.waves}
    return MissingRow(
        line=line,
        enrolled=table.enrolled(line),
        started=table.figure(line, FIRST, table.rules[0]),
        counts=tuple(counts.values()),
        limits=_limits(table, line, counts.get(LAST)),
    )


def _limits(table: GainTable, line: AudienceLine, missing: PublishedCount | None) -> str:
    """Return how far those missing at the end could move the share; "" where it cannot be said from what is shown."""
    share = next((rule for rule in table.rules if not rule.is_mean), None)
    if share is None or missing is None or not missing.number:
        return ""
    started, last = table.figure(line, FIRST, share).n, table.figure(line, LAST, share)
    if started is None or last.count is None or last.percent is None or last.count + missing.number > started:
        return ""
    digits = -int(last.percent.as_tuple().exponent)
    none, everyone = (sentences.percent(_share(last.count + more, started, digits)) for more in (0, missing.number))
    text = _(
        "Of those who started, {none} reached the mark by the end if none of the missing did, {everyone} if all did."
    )
    return text.format(none=none, everyone=everyone)


def _share(count: int, of: int, digits: int) -> Decimal:
    return half_up(Fraction(100 * count, of), digits)
