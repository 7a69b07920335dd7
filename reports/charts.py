"""Published figures as SVG: a hollow dot is the first test, a full dot a later one, the line between is the change.

Coordinates are percentages and there is no viewBox, so a chart stretches with the page while dots and letters keep
their size; no style attribute, no script. The SVG is hidden from screen readers: a table beside it carries every
figure. Coordinates come from published values only, because anyone can read them in the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import pairwise

from reports.disclosure.published import PublishedFigure

FIRST_WAVE = "INTAKE"
AXIS_LABELS = ("0 %", "25 %", "50 %", "75 %", "100 %")
TICKS = (0, 25, 50, 75, 100)

# Pixels: the first row's middle, the step to the next, the depth below the last, a dot's radius.
FIRST_ROW, ROW_STEP, BELOW, RADIUS = 17, 26, 17, "6.5"
# Per cent: a value written left of a bar that begins before this would leave the page.
ROOM_ON_THE_LEFT = 10
# Per cent: a shorter arm of the bar is covered by its dot on a phone, so the value keeps clear of the dot instead.
SHORT_ARM = 3


@dataclass(frozen=True)
class Dot:
    """A value from 0 to 100 with its interval, or None for both ends; `label` is the value in the reader's language."""

    percent: Decimal
    low: Decimal | None
    high: Decimal | None
    label: str

    def __post_init__(self) -> None:
        left, right = self.ends
        if not 0 <= left <= self.percent <= right <= 100:
            raise ValueError("A dot lies within its interval, between 0 and 100.")

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """Return where the drawing of this dot begins and ends, from 0 to 100."""
        if self.low is None or self.high is None:
            return self.percent, self.percent
        return self.low, self.high


def dot(figure: PublishedFigure, label: str) -> Dot | None:
    """Return the dot of a published figure; None where it is suppressed or only bounded."""
    if figure.percent is None:
        return None
    return Dot(figure.percent, figure.low, figure.high, label)


def dumbbell(first: Dot | None, last: Dot | None) -> str:
    """Return two rows, first test above last, with a tie between them where both are shown; "" where neither is."""
    return _plot("two", [("first", first), ("last", last)])


def dots(rows: Sequence[tuple[str, Dot | None]]) -> str:
    """Return one row for each (wave, dot), in order, each tied to the one shown before it; "" where none is shown.

    The INTAKE dot is hollow, all others are full. The class is "two" for two rows, else "rows-N": its height in the
    style sheet is 8 px + 26 px for each row.
    """
    size = "two" if len(rows) == 2 else f"rows-{len(rows)}"
    return _plot(size, [("first" if wave.upper() == FIRST_WAVE else "last", each) for wave, each in rows])


def axis(labels: Sequence[str] = AXIS_LABELS) -> str:
    """Return the scale that stands below the charts; `labels` are its five numbers in the reader's language."""
    texts = (f'<text x="{x}%" y="14">{escape(label)}</text>' for x, label in zip(TICKS, labels, strict=True))
    return f'<svg class="plot axis pct" aria-hidden="true">{"".join(texts)}</svg>'


def _plot(size: str, rows: list[tuple[str, Dot | None]]) -> str:
    shown = [(kind, each, FIRST_ROW + ROW_STEP * row) for row, (kind, each) in enumerate(rows) if each is not None]
    if not shown:
        return ""
    height = FIRST_ROW + ROW_STEP * (len(rows) - 1) + BELOW
    parts = [_line("grid", f"{x}%", f"{x}%", 0, height) for x in TICKS]
    for (_, one, y1), (_, next_one, y2) in pairwise(shown):
        parts.append(_line("tie", _at(one.percent), _at(next_one.percent), y1, y2))
    for kind, each, y in shown:
        parts.extend(_mark(kind, each, y))
    # Text comes last, so that no bar is drawn over a number.
    for index, (kind, each, y) in enumerate(shown):
        ties = [other.percent - each.percent for _, other, _ in shown[max(0, index - 1) : index + 2]]
        parts.append(_value(each, y, lean=sum(ties), is_first=kind == "first"))
    return f'<svg class="plot {size} pct" aria-hidden="true">{"".join(parts)}</svg>'


def _mark(kind: str, each: Dot, y: int) -> list[str]:
    """Return the bar, where there is an interval, and the dot upon it."""
    circle = f'<circle class="{kind}" cx="{_at(each.percent)}" cy="{y}" r="{RADIUS}"/>'
    if each.low is None or each.high is None:
        return [circle]
    return [_line("bar", _at(each.low), _at(each.high), y, y), circle]


def _value(each: Dot, y: int, lean: Decimal | int, is_first: bool) -> str:
    """Return the value beside the bar, on the side its ties do not lean to, unless there is no room on the left."""
    low, high = each.ends
    half = 6 + 4 * len(each.label)
    if (lean > 0 or (lean == 0 and is_first)) and low >= ROOM_ON_THE_LEFT:
        x, dx = (low, -half) if each.percent - low >= SHORT_ARM else (each.percent, -half - 8)
    else:
        x, dx = (high, half + 2) if high - each.percent >= SHORT_ARM else (each.percent, half + 10)
    return f'<text x="{_at(x)}" dx="{dx}" y="{y + 5}">{escape(each.label)}</text>'


def _line(kind: str, x1: str, x2: str, y1: int, y2: int) -> str:
    return f'<line class="{kind}" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>'


def _at(percent: Decimal) -> str:
    return f"{percent:f}%"
