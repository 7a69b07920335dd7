"""The strength word beside a change: fixed rules, computed from what is published."""

from decimal import Decimal

import pytest

from reports.disclosure import PublishedChange, RawChange, RawFigure, publish_change
from reports.words import strength


def change(low, n):
    return PublishedChange(points=Decimal(low) + 10, low=Decimal(low), high=Decimal(low) + 20, n=n)


@pytest.mark.parametrize(
    ("low", "n", "word"),
    [
        ("5.1", 30, "clear"),
        ("5.0", 30, "likely"),
        ("5.1", 29, "likely"),
        ("0.1", 10, "likely"),
        ("0.0", 500, "unsure"),
        ("-16", 22, "unsure"),
        ("-40", 500, "unsure"),
    ],
)
def test_the_whole_interval_decides(low, n, word):
    assert strength(change(low, n)) == word


@pytest.mark.parametrize("reason", ["fewer-than-10", "count-is-a-bound"])
def test_no_word_without_a_change(reason):
    assert strength(PublishedChange(reason=reason)) is None


def test_the_words_of_the_first_report():
    """Police, social workers, nurses: paired; the words a reader sees in the design."""
    groups = {60: (36, 4, 16, 4), 48: (23, 3, 16, 6), 22: (10, 3, 5, 4)}
    words = {}
    for n, pairs in groups.items():
        both, first_only, last_only, _ = pairs
        first = RawFigure("share", "ordinary", n, successes=both + first_only)
        last = RawFigure("share", "ordinary", n, successes=both + last_only)
        words[n] = strength(publish_change(RawChange(first, last, pairs)))
    assert words == {60: "clear", 48: "clear", 22: "unsure"}


def test_protected_groups_that_look_alike_get_the_same_word():
    """28 and 32 peers are both "about 30": the word must not tell which."""
    words = set()
    for n in (28, 29, 30, 31, 32):
        first = RawFigure("share", "protected", n, successes=6)
        last = RawFigure("share", "protected", n, successes=21)
        words.add(strength(publish_change(RawChange(first, last))))
    assert words == {"clear"}
