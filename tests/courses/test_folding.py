"""What search takes for the same, in five languages, and the pieces it falls back on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.folding import clusters, folded, grams_of, line_with, terms_of


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("NALOXONE", "naloxone"),
        ("ma tuy", "ma túy"),
        ("ma tuý", "ma túy"),
        ("dieu tri", "điều trị"),
        ("ＨＩＶ", "hiv"),
        ("艾滋病 检测", "艾滋病检测"),
        # A mark where a line may break, and the two subscripts that look alike.
        ("ការ\u200bបញ្ជូន", "ការបញ្ជូន"),
        ("ប\u17d2\u178a", "ប\u17d2\u178f"),
        # The dot below and the killer, typed the other way round.
        ("န\u103a\u1037", "န\u1037\u103a"),
        ("၂၀၂၆", "2026"),
        ("២០២៦", "2026"),
    ],
)
def test_they_are_the_same(typed, written):
    assert folded(typed) == folded(written)


@pytest.mark.parametrize(("one", "other"), [("ကာ", "ကိ"), ("艾", "爱"), ("ta", "da"), ("ដា", "តា")])
def test_they_are_not_the_same(one, other):
    assert folded(one) != folded(other)


def test_spaces_stay_where_a_script_has_them():
    assert folded("  clean   needles ") == "clean needles"
    assert folded("使用 PDF 文件") == "使用pdf文件"


def test_terms_are_what_stands_between_spaces_without_the_marks_around_it():
    assert terms_of("“Naloxone”, naloxone  breath!") == ["naloxone", "breath"]
    assert terms_of(" … ?! ") == []
    assert terms_of("ဆေး။") == ["ဆေး"]


def test_pieces_never_cut_a_letter_from_its_marks():
    assert clusters("ស្ត្រី") == ["ស្ត្រី"]
    assert clusters("ပြန်") == ["ပြ", "န်"]
    assert grams_of(["艾滋病"]) == ["艾滋", "滋病"]
    assert grams_of(["breath"]) == ["bre", "rea", "eat", "ath"]
    assert grams_of(["茶"]) == ["茶"]


def test_the_line_that_says_it_is_shown_and_cut_around_it():
    text = "First line.\n" + "word " * 60 + "naloxone " + "tail " * 60
    line = line_with(text, ["naloxone"])
    assert "naloxone" in line
    assert line.startswith("…") and line.endswith("…")
    assert line_with("One.\nTwo.", ["nothing"]) == "One."
    assert line_with("", ["nothing"]) == ""


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60), st.text(max_size=300))
def test_no_text_is_too_odd(typed, text):
    terms = terms_of(typed)
    assert all(terms)
    grams_of(terms)
    assert len(clusters(line_with(text, terms))) <= 165
