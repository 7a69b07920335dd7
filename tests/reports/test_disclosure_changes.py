"""The change between two waves through the gate."""

from decimal import Decimal

import pytest

from reports.disclosure import PublishedChange, RawChange, RawFigure, ScoreSums, publish_change, publish_figure


def shares(privacy_class, first, last, pairs=None):
    waves = (RawFigure("share", privacy_class, n, successes=successes) for successes, n in (first, last))
    return publish_change(RawChange(*waves, pairs))


def wave(privacy_class, points, max_points=20):
    sums = ScoreSums.of_points(sum(points), sum(point * point for point in points), max_points)
    return RawFigure("mean", privacy_class, len(points), scores=sums)


def means(privacy_class, first, last):
    return publish_change(RawChange(wave(privacy_class, first), wave(privacy_class, last)))


def numbers(change):
    return [str(change.points), str(change.low), str(change.high)]


# Police and others: exact.


def test_sixty_officers_paired():
    """16 gained and 4 lost: +20 points (6 to 34)."""
    change = shares("law_enforcement", (40, 60), (52, 60), pairs=(36, 4, 16, 4))
    assert numbers(change) == ["20.0", "5.5", "33.6"]
    assert (change.n, change.paired) == (60, True)


def test_without_pairs_the_waves_may_be_different_people():
    change = shares("ordinary", (48, 80), (56, 70))
    assert numbers(change) == ["20.0", "5.2", "33.4"]
    assert (change.n, change.paired) == (70, False)


def test_pairs_with_a_cell_of_one_or_two_are_not_used():
    """13 gained and 1 lost: the paired interval with both shares would give the one away."""
    hidden = shares("ordinary", (40, 60), (52, 60), pairs=(39, 1, 13, 7))
    assert hidden == shares("ordinary", (40, 60), (52, 60))


def test_means_of_others_are_welch():
    change = means("law_enforcement", [14] * 30 + [15] * 30, [20] * 17 + [19] * 43)
    assert numbers(change) == ["23.9", "23.0", "24.8"]


def test_no_change_is_shown_beside_a_hidden_share():
    assert shares("ordinary", (30, 60), (59, 60)) == PublishedChange(reason="cell-of-1-or-2")


# Protected people: from what is published and nothing else.


def test_peers_change_from_rounded_counts():
    """Of 234 peers 119, then 212; from 120 and 210 of 235, as if different people had answered."""
    assert numbers(shares("protected", (119, 234), (212, 234))) == ["38.3", "30.4", "45.5"]


def test_pairs_of_protected_people_are_never_used():
    loose, tight = (97, 22, 115, 0), (119, 0, 93, 22)
    assert shares("protected", (119, 234), (212, 234), loose) == shares("protected", (119, 234), (212, 234), tight)


def test_groups_that_look_alike_change_alike():
    """17 to 22 of 31 and 15 to 20 of 29 are both shown as 15 to 20 of about 30."""
    assert shares("protected", (17, 31), (22, 31)) == shares("protected", (15, 29), (20, 29))


def test_means_that_look_alike_change_alike():
    first, last = [9] * 15 + [16] * 15, [15] * 15 + [20] * 15
    shifted = [9] * 15 + [16] * 14 + [17]
    assert publish_figure(wave("protected", first)) == publish_figure(wave("protected", shifted))
    assert means("protected", first, last) == means("protected", shifted, last)


def test_a_mean_change_of_thirty_backbones_comes_from_the_published_margins():
    """63 (60 to 65), then 88 (85 to 90): 25 points, give or take 4.2, the root of 3 squared and 3 squared."""
    change = means("protected", [12] * 14 + [13] * 16, [17] * 14 + [18] * 16)
    assert (change.points, change.low, change.high) == (25, 20, 30)
    assert (change.n, change.paired) == (30, False)


@pytest.mark.parametrize(("last", "reason"), [((28, 30), "count-is-a-bound"), ((5, 9), "fewer-than-10")])
def test_no_change_is_shown_beside_a_bound_or_a_gap(last, reason):
    assert shares("protected", (15, 30), last) == PublishedChange(reason=reason)


def test_digits_follow_the_smaller_group():
    assert shares("protected", (120, 240), (100, 199)).points == Decimal(0)
    assert str(shares("protected", (120, 240), (100, 199)).points) == "0"


# What cannot be compared.


def test_two_rules_are_not_compared():
    share = RawFigure("share", "ordinary", 30, successes=12)
    with pytest.raises(ValueError, match="one rule"):
        RawChange(share, wave("ordinary", [10] * 30))


def test_two_privacy_classes_are_not_compared():
    with pytest.raises(ValueError, match="privacy class"):
        RawChange(wave("ordinary", [10] * 30), wave("protected", [10] * 30))


def test_pairs_must_add_up():
    with pytest.raises(ValueError, match="add up"):
        shares("ordinary", (40, 60), (52, 60), pairs=(36, 4, 17, 3))
