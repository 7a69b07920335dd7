"""Police, social workers and other people who are not protected, one wave: worked examples for their rules."""

from decimal import Decimal

import pytest

from reports.disclosure import PublishedFigure, RawFigure, ScoreSums, publish_figure

pytestmark = pytest.mark.parametrize("privacy_class", ["ordinary", "law_enforcement"])


def share(privacy_class, n, successes):
    return publish_figure(RawFigure("share", privacy_class, n, successes=successes))


def mean(privacy_class, points, max_points=20):
    sums = ScoreSums.of_points(sum(points), sum(point * point for point in points), max_points)
    return publish_figure(RawFigure("mean", privacy_class, len(points), scores=sums))


def test_nothing_is_said_of_fewer_than_ten(privacy_class):
    assert share(privacy_class, 9, 5) == PublishedFigure("share", reason="fewer-than-10")
    assert mean(privacy_class, [10] * 9) == PublishedFigure("mean", reason="fewer-than-10")


@pytest.mark.parametrize("successes", [1, 2, 58, 59])
def test_one_or_two_people_are_hidden_on_either_side(privacy_class, successes):
    """Of 60 officers all but one knew: the 60 are shown, nothing else."""
    assert share(privacy_class, 60, successes) == PublishedFigure("share", n=60, reason="cell-of-1-or-2")


@pytest.mark.parametrize(("successes", "percent"), [(0, "0.0"), (3, "5.0"), (57, "95.0"), (60, "100.0")])
def test_nobody_three_and_everybody_may_be_shown(privacy_class, successes, percent):
    assert str(share(privacy_class, 60, successes).percent) == percent


def test_counts_are_exact_and_percentages_have_one_decimal(privacy_class):
    assert share(privacy_class, 61, 40) == PublishedFigure(
        "share", n=61, percent=Decimal("65.6"), low=Decimal("53.0"), high=Decimal("76.3"), count=40
    )


def test_sixty_officers_rise_from_72_5_to_96_4(privacy_class):
    """870, then 1,157 of 1,200 points."""
    first = mean(privacy_class, [14] * 30 + [15] * 30)
    last = mean(privacy_class, [20] * 17 + [19] * 43)
    assert [str(first.percent), str(last.percent)] == ["72.5", "96.4"]
    assert (first.n, first.count, first.about) == (60, None, False)


def test_the_interval_of_a_mean_is_students(privacy_class):
    """Half at 40, half at 80 %: 60 give or take t(29) = 2.0452 times 20.342 over the root of 30."""
    figure = mean(privacy_class, [8] * 15 + [16] * 15)
    assert (figure.low, figure.high) == (Decimal("52.4"), Decimal("67.6"))


def test_one_wrong_in_a_single_question_is_hidden_in_the_mean_too(privacy_class):
    assert mean(privacy_class, [1] * 59 + [0], max_points=1) == share(privacy_class, 60, 59)
