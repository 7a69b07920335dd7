"""What leaves the site: a table as CSV or JSON. Takes a published table and nothing else."""

import csv
import io
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from people.spreadsheets import BYTE_ORDER_MARK, Cell, safe_cell
from reports import sentences
from reports.choices import WaveName
from reports.disclosure import PublishedChange, PublishedCount, PublishedFigure
from reports.measures import RuleTerms
from reports.tables import AudienceLine, GainTable


def gain_csv(table: GainTable) -> str:
    """Return every published place as one line, with a mark at the start that tells Excel the encoding."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_headings())
    for line in table.audiences:
        for row in _rows(table, line):
            start = (table.programme.slug, str(table.population.label), _(line.name))
            writer.writerow([safe_cell(cell) for cell in (*start, *row)])
    return BYTE_ORDER_MARK + out.getvalue()


def gain_json(table: GainTable) -> dict[str, Any]:
    """Return the figures as the report shows them; what is not shown is None, with the reason."""
    return {
        "programme": table.programme.slug,
        "synthetic": table.is_synthetic,
        "audiences": [_audience_json(table, line) for line in table.audiences],
    }


def _headings() -> list[str]:
    return [
        _("Programme"),
        _("Who is counted"),
        _("Audience"),
        _("What"),
        _("Rule"),
        _("People"),
        _("Value"),
        _("From (95 %)"),
        _("To (95 %)"),
        _("Reached the mark"),
        _("Rounded"),
        _("Note"),
    ]


def _rows(table: GainTable, line: AudienceLine) -> list[tuple[Cell, ...]]:
    """Return the lines of an audience: who joined, each wave under each rule, the changes, who is missing."""
    rows = [_count_row(_("Joined"), table.enrolled(line))]
    for rule in table.rules:
        rows += [_figure_row(wave, rule, table.figure(line, wave, rule)) for wave in table.waves]
        rows += [_change_row(rule, change) for change in [table.change(line, rule)] if change is not None]
    for wave in table.waves:
        rows.append(_count_row(_("Missing: {wave}").format(wave=WaveName(wave).label), table.missing(line, wave)))
    return rows


def _figure_row(wave: str, rule: RuleTerms, figure: PublishedFigure) -> tuple[Cell, ...]:
    rounded = _("about") if figure.about else ""
    numbers = (figure.n, figure.percent, figure.low, figure.high, figure.count, rounded)
    return (str(WaveName(wave).label), _name(rule), *numbers, _note(figure))


def _change_row(rule: RuleTerms, change: PublishedChange) -> tuple[Cell, ...]:
    numbers = (change.n, change.points, change.low, change.high, None, "")
    note = sentences.not_shown(change.reason) if change.reason else ""
    return (_("Change in points, first test to end"), _name(rule), *numbers, note)


def _count_row(what: str, count: PublishedCount | None) -> tuple[Cell, ...]:
    rounded = _("about") if count is not None and count.about else ""
    return (what, "", count.number if count else None, None, None, None, None, rounded, _note(count))


def _name(rule: RuleTerms) -> str:
    return f"{rule.slug} {rule.version}"


def _note(content: PublishedFigure | PublishedCount | None) -> str:
    if content is None:
        return _("Cannot be counted: not everybody took the first test")
    if content.bound is not None:
        return sentences.bound(content.bound)
    if isinstance(content, PublishedFigure) and content.percent is not None:
        return _("How many people is not shown") if content.reason else ""
    return sentences.not_shown(content.reason) if content.reason else ""


def _audience_json(table: GainTable, line: AudienceLine) -> dict[str, Any]:
    waves = [_figure_json(wave, rule, table.figure(line, wave, rule)) for wave in table.waves for rule in table.rules]
    return {"audience": line.code, "protected": line.is_protected, "waves": waves}


def _figure_json(wave: str, rule: RuleTerms, figure: PublishedFigure) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "wave": wave,
        "rule": rule.slug,
        "n": figure.n,
        "percent": _plain(figure.percent),
        "low": _plain(figure.low),
        "high": _plain(figure.high),
    }
    if figure.bound is not None:
        shown["bound"] = {"kind": figure.bound.kind, "number": figure.bound.number, "unit": figure.bound.unit}
    if figure.reason is not None:
        shown["reason"] = figure.reason
    return shown


def _plain(value: Decimal | None) -> int | float | None:
    """Return a number as JSON has them; 63 stays 63."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
