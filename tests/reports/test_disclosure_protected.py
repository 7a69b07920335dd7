"""Protected people, one wave: rules 1 and 2 of privacy, section 5, each with a worked example."""

from collections import defaultdict
from decimal import Decimal

import pytest

from reports.disclosure import Bound, PublishedFigure, RawFigure, ScoreSums, publish_figure


def share(n, successes):
    return publish_figure(RawFigure("share", "protected", n, successes=successes))


def mean(points, max_points=20):
    sums = ScoreSums.of_points(sum(points), sum(point * point for point in points), max_points)
    return publish_figure(RawFigure("mean", "protected", len(points), scores=sums))


def spread(total, n, max_points=20):
    """Return n people's points with this total: most alike, one of them two below and one two above where possible."""
    points = [total // n + (1 if person < total % n else 0) for person in range(n)]
    if points[-1] >= 2 and points[0] + 2 <= max_points:
        points[0], points[-1] = points[0] + 2, points[-1] - 2
    assert sum(points) == total
    return points


# Rule 1: no figure on fewer than 10 people.


@pytest.mark.parametrize("n", [0, 1, 9])
def test_nothing_is_said_of_fewer_than_ten(n):
    assert share(n, n) == PublishedFigure("share", reason="fewer-than-10")


def test_nine_scores_have_no_mean():
    assert mean(spread(120, 9)) == PublishedFigure("mean", reason="fewer-than-10")


def test_ten_people_may_be_shown():
    assert share(10, 5).percent == 50


# Rule 1: 0-4 only as "4 or fewer", all but 0-4 only as "n-4 or more".


@pytest.mark.parametrize("successes", [0, 1, 4])
def test_a_handful_is_four_or_fewer(successes):
    """Of 31 peers 0, 1 or 4 knew: the same is shown of each."""
    assert share(31, successes) == PublishedFigure(
        "share", n=30, bound=Bound("at-most", 4), reason="count-is-a-bound", about=True
    )


@pytest.mark.parametrize("successes", [31, 30, 27])
def test_all_but_a_handful_is_n_less_four_or_more(successes):
    """Of 31 peers all, all but one or all but four knew: "26 or more of about 30"."""
    assert share(31, successes) == PublishedFigure(
        "share", n=30, bound=Bound("at-least", 26), reason="count-is-a-bound", about=True
    )


def test_five_of_them_may_be_shown():
    assert (share(31, 5).count, share(31, 26).count) == (5, 25)


# Rule 2: counts rounded to 5, percentages and intervals from the rounded counts.


@pytest.mark.parametrize(("n", "shown"), [(12, 10), (13, 15), (234, 235), (201, 200), (26, 25)])
def test_people_are_counted_in_fives(n, shown):
    assert share(n, 6).n == shown


def test_a_share_comes_from_the_rounded_counts():
    """Of 31 peers 17 knew, 54.8 %. Shown: 15 of about 30, 50 % (33 to 67), Wilson of 15/30 rounded outward."""
    assert share(31, 17) == PublishedFigure(
        "share", n=30, percent=Decimal(50), low=Decimal(33), high=Decimal(67), count=15, about=True
    )


def test_from_200_people_a_share_has_one_decimal():
    """Of 234 peers 119 knew, 50.9 %. Shown: 120 of about 235, 51.1 % (44.7 to 57.4), never the exact count's share."""
    figure = share(234, 119)
    assert (figure.count, figure.n) == (120, 235)
    assert [str(figure.percent), str(figure.low), str(figure.high)] == ["51.1", "44.7", "57.4"]


@pytest.mark.parametrize(("n", "percent"), [(199, "50"), (200, "50.0")])
def test_the_true_number_of_people_decides_the_digits(n, percent):
    assert str(share(n, 100).percent) == percent


def test_no_share_pins_anything_down():
    """Whatever is shown, at least three numbers of people, of successes and of failures remain possible."""
    possible = defaultdict(set)
    for n in range(10, 123):
        for successes in range(n + 1):
            possible[share(n, successes)].add((n, successes))
    for figure, pairs in possible.items():
        if figure.n < 120:
            assert len({n for n, _ in pairs}) >= 3
            assert len({successes for _, successes in pairs}) >= 3
            assert len({n - successes for n, successes in pairs}) >= 3


# Rule 2: a mean of scores takes the same digits, its interval is rounded outward.


def test_thirty_backbones_have_whole_percentages():
    first, last = mean(spread(376, 30)), mean(spread(572, 30))
    assert [str(first.percent), str(last.percent)] == ["63", "95"]
    assert (first.n, first.count, first.about) == (30, None, True)


def test_234_fellows_have_one_decimal():
    first, last = mean(spread(2382, 234)), mean(spread(4249, 234))
    assert [str(first.percent), str(last.percent)] == ["50.9", "90.8"]
    assert first.n == 235


def test_the_interval_of_a_mean_is_rounded_outward():
    """15 with 8 and 15 with 16 of 20 points: 60 % (52.4 to 67.6) becomes 52 to 68."""
    figure = mean([8] * 15 + [16] * 15)
    assert (figure.percent, figure.low, figure.high) == (60, 52, 68)


def test_the_interval_of_a_mean_stays_below_100():
    assert mean([20] * 25 + [14] * 5).high <= 100


# Rule 1 for means: what would tell every single score is not said either.


@pytest.mark.parametrize("points", [[20] * 29 + [19], [20] * 28 + [19, 18]])
def test_a_mean_near_full_marks_is_a_bound(points):
    assert mean(points) == PublishedFigure(
        "mean", n=30, bound=Bound("at-least", 99, "percent"), reason="mean-is-a-bound", about=True
    )


def test_a_mean_near_nothing_is_a_bound():
    assert mean([0] * 28 + [1, 2]).bound == Bound("at-most", 1, "percent")


def test_thirty_equal_scores_look_like_scores_that_differ_a_little():
    """An interval from 75 to 75 would say that each of them had 15 of 20."""
    equal = mean([15] * 30)
    assert equal == mean([14, 16] + [15] * 28)
    assert (equal.low, equal.percent, equal.high) == (73, 75, 77)


def test_the_mean_of_one_question_is_a_share_and_treated_as_one():
    """12 of 31 right is a mean of 38.7 %, from which anyone could count the 12."""
    assert mean([1] * 12 + [0] * 19, max_points=1) == share(31, 12)


def test_full_marks_for_everyone_are_treated_as_a_share():
    assert mean([20] * 31) == share(31, 31)
