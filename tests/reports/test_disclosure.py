"""Whole tables through the gate, and what the gate refuses to take in."""

import pytest

from reports.disclosure import (
    PublishedCell,
    PublishedChange,
    PublishedCount,
    PublishedFigure,
    RawCell,
    RawChange,
    RawCount,
    RawFigure,
    RawMissing,
    RawTable,
    ScoreSums,
    publish_table,
)

POLICE_FIRST = RawFigure("share", "law_enforcement", 60, successes=40)
POLICE_LAST = RawFigure("share", "law_enforcement", 60, successes=52)
LAWYERS = RawFigure("share", "ordinary", 8, successes=5)


def test_every_place_is_published_under_its_own_rules_and_in_order():
    published = publish_table(
        RawTable(
            (
                RawCell("police", "started", RawCount("law_enforcement", 60)),
                RawCell("police", "first", POLICE_FIRST),
                RawCell("police", "last", POLICE_LAST),
                RawCell("police", "change", RawChange(POLICE_FIRST, POLICE_LAST)),
                RawCell("police", "missing", RawMissing("law_enforcement", 60, 57)),
                RawCell("lawyers", "first", LAWYERS),
            )
        )
    )
    assert [(cell.row, cell.column) for cell in published.cells][-1] == ("lawyers", "first")
    assert published.at("police", "started") == PublishedCount(60)
    assert published.at("police", "last").count == 52
    assert isinstance(published.at("police", "change"), PublishedChange)
    assert published.at("police", "missing") == PublishedCount(3)
    assert published.at("lawyers", "first") == PublishedFigure("share", reason="fewer-than-10")


def test_nothing_raw_is_left_behind_the_gate():
    table = publish_table(RawTable((RawCell("lawyers", "first", LAWYERS),)))
    assert table.cells == (PublishedCell("lawyers", "first", PublishedFigure("share", reason="fewer-than-10")),)
    assert "5" not in repr(table)


def test_a_place_that_the_table_does_not_have_is_none():
    assert publish_table(RawTable(())).at("police", "first") is None


def test_a_place_is_filled_only_once():
    with pytest.raises(ValueError, match="only once"):
        RawTable((RawCell("police", "first", POLICE_FIRST), RawCell("police", "first", POLICE_LAST)))


def test_a_privacy_class_without_rules_is_refused():
    with pytest.raises(ValueError, match="no disclosure rules"):
        RawFigure("share", "secret", 60, successes=40)


@pytest.mark.parametrize("successes", [-1, 61])
def test_impossible_shares_are_refused(successes):
    with pytest.raises(ValueError, match="cannot have"):
        RawFigure("share", "ordinary", 60, successes=successes)


@pytest.mark.parametrize("sums", [(-1, 1), (6_001, 600_100), (3_000, 149_999), (3_000, 300_001)])
def test_impossible_scores_are_refused(sums):
    """60 people between 0 and 100: at most 6,000 together; with 3,000 the squares add to 150,000 to 300,000."""
    with pytest.raises(ValueError, match="cannot have"):
        RawFigure("mean", "ordinary", 60, scores=ScoreSums(*sums))


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("share", {}),
        ("mean", {"successes": 4}),
        ("share", {"scores": ScoreSums(500, 50_000)}),
        ("mean", {"successes": 4, "scores": ScoreSums(500, 50_000)}),
        ("median", {"successes": 4}),
    ],
)
def test_a_rule_takes_its_own_numbers_and_no_others(rule, given):
    with pytest.raises(ValueError, match="and by nothing else"):
        RawFigure(rule, "ordinary", 60, **given)


def test_points_become_exact_percentages():
    """Three people with 1, 2 and 3 of 3 points."""
    sums = ScoreSums.of_points(6, 14, max_points=3)
    assert sums.total == 200
    assert sums.total_of_squares * 9 == 140_000
