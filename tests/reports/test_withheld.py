"""Two places of a table must not give back a third."""

from decimal import Decimal

from reports.disclosure import (
    PublishedCell,
    PublishedChange,
    PublishedCount,
    PublishedFigure,
    PublishedTable,
)
from reports.withheld import withhold

HIDDEN = PublishedCount(reason="cell-of-1-or-2")
MEAN = PublishedFigure("mean", 60, Decimal("72.5"), Decimal("70.1"), Decimal("74.9"))
SHARE = PublishedFigure("share", 60, Decimal("20.0"), Decimal("11.8"), Decimal("31.8"), count=12)
CHANGE = PublishedChange(Decimal("23.9"), Decimal("23.0"), Decimal("24.8"), 58)


def left(**places):
    columns = {
        "enrolled": PublishedCount(62),
        "missing/INTAKE": PublishedCount(0),
        "INTAKE/mean": MEAN,
        "INTAKE/share": SHARE,
        "missing/END": PublishedCount(0),
        "END/mean": MEAN,
        "END/share": SHARE,
        "change/mean": CHANGE,
        "change/share": CHANGE,
    }
    columns |= {name.replace("_", "/"): content for name, content in places.items()}
    table = PublishedTable(tuple(PublishedCell("police", column, content) for column, content in columns.items()))
    after = withhold(table, first="INTAKE", last="END", later=("INTAKE", "END"))
    changed = {cell.column: cell.content for cell in after.cells if cell.content != columns[cell.column]}
    return changed


def test_where_nothing_is_hidden_all_stays():
    assert left() == {}


def test_one_missing_at_the_end_takes_the_size_and_the_share_with_it():
    assert left(missing_END=HIDDEN) == {
        "END/mean": PublishedFigure("mean", None, MEAN.percent, MEAN.low, MEAN.high, reason="cell-of-1-or-2"),
        "END/share": PublishedFigure("share", reason="cell-of-1-or-2"),
        "change/mean": PublishedChange(CHANGE.points, CHANGE.low, CHANGE.high, 60),
        "change/share": PublishedChange(reason="cell-of-1-or-2"),
    }


def test_one_who_joined_and_never_came_takes_how_many_joined():
    assert left(missing_INTAKE=HIDDEN) == {"enrolled": HIDDEN}


def test_an_own_reason_is_kept():
    hidden = PublishedFigure("share", 59, reason="cell-of-1-or-2")
    assert left(missing_END=HIDDEN, END_share=hidden)["END/share"] == PublishedFigure("share", reason="cell-of-1-or-2")


def test_few_hidden_for_another_reason_take_nothing():
    assert left(missing_END=PublishedCount(reason="fewer-than-10")) == {}
