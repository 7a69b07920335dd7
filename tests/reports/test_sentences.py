"""Published figures in words."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from reports import sentences
from reports.disclosure import Bound, PublishedChange, PublishedCount, PublishedFigure

BEFORE = PublishedFigure("mean", 60, Decimal("72.5"), Decimal("70.1"), Decimal("74.9"))
AFTER = PublishedFigure("mean", 60, Decimal("96.4"), Decimal("95.9"), Decimal("96.9"))
TWELVE = PublishedFigure("share", 60, Decimal("20.0"), Decimal("11.8"), Decimal("31.8"), count=12)
MOST = PublishedFigure("share", 54, Decimal("92.6"), Decimal("82.4"), Decimal("97.1"), count=50)
TEN_PEERS = PublishedFigure("share", 30, Decimal(33), Decimal(19), Decimal(52), count=10, about=True)
NEARLY_ALL = PublishedFigure("share", 30, bound=Bound("at-least", 26), reason="count-is-a-bound", about=True)
HIDDEN = PublishedFigure("share", reason="fewer-than-10")


@pytest.mark.parametrize(
    ("first", "last", "is_mean", "told"),
    [
        (BEFORE, AFTER, True, "Of 60 people: 72.5\u00a0% of answers right before, 96.4\u00a0% after."),
        (TWELVE, MOST, False, "Of 60 people, 12 reached the mark before; of 54, 50 after."),
        (TEN_PEERS, NEARLY_ALL, False, "Of about 30 people, about 10 reached the mark before and 26 or more after."),
        (TWELVE, HIDDEN, False, "Before: 12. After: not shown."),
        (TWELVE, None, False, "First test, 60 people: 12"),
    ],
)
def test_a_sentence_in_people(first, last, is_mean, told):
    assert sentences.sentence(first, last, is_mean=is_mean) == told


def test_a_mean_of_one_question_is_not_called_answers():
    assert sentences.sentence(TWELVE, TWELVE, is_mean=True) == "Before: 12. After: 12."


def test_cells():
    assert sentences.figure_cell(BEFORE) == "72.5\u00a0%"
    assert sentences.figure_cell(TEN_PEERS) == "about 10, 33\u00a0%"
    assert sentences.figure_cell(NEARLY_ALL) == "26 or more"
    assert sentences.figure_cell(HIDDEN) == "Not shown: fewer than 10 people"
    assert [sentences.interval_of(one) for one in (BEFORE, HIDDEN, None)] == ["70.1 to 74.9", "", ""]


def test_bounds_of_a_mean_are_percentages():
    assert sentences.bound(Bound("at-least", 99, "percent")) == "99\u00a0% or more"
    assert sentences.bound(Bound("at-most", 1, "percent")) == "1\u00a0% or less"


def test_a_change_has_its_sign():
    change = PublishedChange(Decimal("9.0"), Decimal("-16.2"), Decimal("33.1"), 22)
    assert (sentences.points(change), sentences.interval_of(change)) == ("+9.0", "\u221216.2 to 33.1")
    assert sentences.points(PublishedChange(Decimal("-2.9"), Decimal(-5), Decimal(1), 22)) == "\u22122.9"
    assert sentences.points(PublishedChange(reason="count-is-a-bound")) == "Not shown: only a bound is known"
    assert sentences.points(None) == "–"


def test_headcounts():
    assert sentences.headcount(PublishedCount(235, about=True)) == "about 235"
    assert sentences.headcount(PublishedCount(bound=Bound("at-most", 4), reason="count-is-a-bound")) == "4 or fewer"
    assert sentences.headcount(None) == "–"


def test_numbers_follow_the_readers_language():
    with override("vi"):
        assert sentences.number(Decimal("72.5")) == "72,5"
