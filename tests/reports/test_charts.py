"""Published figures as SVG, in the grammar of the design's report page."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from reports.charts import Dot, axis, dot, dots, dumbbell
from reports.disclosure import RawFigure, publish_figure

GRID = "".join(f'<line class="grid" x1="{x}%" x2="{x}%" y1="0" y2="60"/>' for x in (0, 25, 50, 75, 100))
PEERS = (
    '<svg class="plot two pct" aria-hidden="true">' + GRID + '<line class="tie" x1="51.1%" x2="89.4%" y1="17" y2="43"/>'
    '<line class="bar" x1="44.7%" x2="57.4%" y1="17" y2="17"/><circle class="first" cx="51.1%" cy="17" r="6.5"/>'
    '<line class="bar" x1="84.8%" x2="92.7%" y1="43" y2="43"/><circle class="last" cx="89.4%" cy="43" r="6.5"/>'
    '<text x="44.7%" dx="-22" y="22">51 %</text><text x="92.7%" dx="24" y="48">89 %</text></svg>'
)


def a_dot(percent, low=None, high=None, label="51 %"):
    return Dot(*(None if value is None else Decimal(value) for value in (percent, low, high)), label)


FIRST = a_dot("51.1", "44.7", "57.4", "51 %")
LAST = a_dot("89.4", "84.8", "92.7", "89 %")


def parsed(svg):
    return ElementTree.fromstring(svg)  # noqa: S314 (our own SVG)


def found(svg, tag, kind=None):
    elements = parsed(svg).iter(tag)
    return [element for element in elements if kind is None or element.get("class") == kind]


def test_two_dots_and_a_line_as_in_the_design():
    assert dumbbell(FIRST, LAST) == PEERS


def test_the_axis_as_in_the_design():
    assert axis() == (
        '<svg class="plot axis pct" aria-hidden="true"><text x="0%" y="14">0 %</text><text x="25%" y="14">25 %</text>'
        '<text x="50%" y="14">50 %</text><text x="75%" y="14">75 %</text><text x="100%" y="14">100 %</text></svg>'
    )


def test_the_axis_speaks_the_readers_language():
    assert [text.text for text in found(axis(["0%", "25%", "50%", "75%", "100%"]), "text")][-1] == "100%"


def test_a_missing_wave_leaves_its_place_and_no_tie():
    svg = dumbbell(None, LAST)
    assert [circle.get("cy") for circle in found(svg, "circle")] == ["43"]
    assert not found(svg, "line", "tie")


def test_without_any_dot_there_is_no_chart():
    assert dumbbell(None, None) == dots([("INTAKE", None), ("END", None)]) == ""


@pytest.mark.parametrize("figure", [(9, 5), (31, 31)], ids=["suppressed", "bounded"])
def test_a_figure_that_is_not_shown_has_no_dot(figure):
    n, successes = figure
    assert dot(publish_figure(RawFigure("share", "protected", n, successes=successes)), "") is None


def test_coordinates_tell_no_more_than_the_table():
    """Of 31 peers 17 knew, 54.8 %: the page's source holds the published 50 and nothing finer."""
    svg = dumbbell(dot(publish_figure(RawFigure("share", "protected", 31, successes=17)), "50 %"), None)
    assert found(svg, "circle")[0].get("cx") == "50%"
    assert [found(svg, "line", "bar")[0].get(end) for end in ("x1", "x2")] == ["33%", "67%"]


def test_a_figure_without_an_interval_has_no_bar():
    svg = dumbbell(a_dot("94"), a_dot("56"))
    assert len(found(svg, "circle")) == 2
    assert not found(svg, "line", "bar")


def test_four_waves_one_row_each():
    svg = dots([("INTAKE", FIRST), ("END", LAST), ("FOLLOW_UP", None), ("ANNUAL", a_dot("75", label="75 %"))])
    assert parsed(svg).get("class") == "plot rows-4 pct"
    assert [(circle.get("class"), circle.get("cy")) for circle in found(svg, "circle")] == [
        ("first", "17"),
        ("last", "43"),
        ("last", "95"),
    ]
    assert [(tie.get("y1"), tie.get("y2")) for tie in found(svg, "line", "tie")] == [("17", "43"), ("43", "95")]
    assert {line.get("y2") for line in found(svg, "line", "grid")} == {"112"}


def test_two_waves_are_a_dumbbell():
    assert dots([("INTAKE", FIRST), ("END", LAST)]) == dumbbell(FIRST, LAST)


def test_a_value_near_the_left_edge_is_written_on_the_right():
    text = found(dumbbell(a_dot("8", "3", "18", "8 %"), None), "text")[0]
    assert (text.get("x"), text.get("dx")) == ("18%", "20")


def test_a_longer_value_stands_further_off():
    texts = found(dumbbell(a_dot("72.5", "66", "79", "72.5 %"), a_dot("90.4", "86", "94", "90.4 %")), "text")
    assert [(text.get("x"), text.get("dx")) for text in texts] == [("66%", "-30"), ("94%", "32")]


def test_a_value_keeps_clear_of_a_dot_that_covers_its_bar():
    texts = found(dumbbell(a_dot("72.5", "70", "75", "72.5 %"), a_dot("96.4", "95", "98", "96.4 %")), "text")
    assert [(text.get("x"), text.get("dx")) for text in texts] == [("72.5%", "-38"), ("96.4%", "40")]


def test_values_of_a_fall_stand_outside_the_tie():
    texts = found(dumbbell(a_dot("94", "90", "97"), a_dot("56", "50", "62")), "text")
    assert [(text.get("x"), text.get("dx")) for text in texts] == [("97%", "24"), ("50%", "-22")]


def test_labels_are_escaped():
    svg = dumbbell(a_dot("50", label='<b onclick="x">&'), None)
    assert "&lt;b onclick=&quot;x&quot;&gt;&amp;" in svg
    assert not found(svg, "b")


def test_nothing_needs_a_script_a_style_or_a_screen_reader():
    for svg in (dumbbell(FIRST, LAST), axis(), dots([("INTAKE", FIRST)])):
        root = parsed(svg)
        assert root.get("aria-hidden") == "true"
        assert root.get("viewBox") is None
        assert all(element.get("style") is None for element in root.iter())


@pytest.mark.parametrize("outside", [("101",), ("-1",), ("50", "51", "60"), ("50", "40", "49")])
def test_a_dot_outside_its_interval_or_the_scale_is_refused(outside):
    with pytest.raises(ValueError, match="within its interval"):
        a_dot(*outside)
