"""Change of a mean when different people may have answered; scipy is the oracle for Welch."""

from statistics import NormalDist

import pytest
from scipy import stats

from reports.statistics import MeanInterval, mean_interval, square_and_add, unpaired_means

FIRST = [NormalDist(60, 15).samples(2 + 3 * seed, seed=seed) for seed in range(50)]
LAST = [NormalDist(80, 9).samples(150 - 2 * seed, seed=100 + seed) for seed in range(50)]


def sums(scores):
    return len(scores), sum(scores), sum(score * score for score in scores)


@pytest.mark.parametrize(("first", "last"), list(zip(FIRST, LAST, strict=True)))
def test_fifty_pairs_of_groups_agree_with_scipy(first, last):
    ours = unpaired_means(*sums(first), *sums(last))
    oracle = stats.ttest_ind(last, first, equal_var=False)
    interval = oracle.confidence_interval(0.95)
    assert (ours.low, ours.high) == pytest.approx((interval.low, interval.high), abs=1e-6)
    assert (ours.t, ours.df) == pytest.approx((oracle.statistic, oracle.df), rel=1e-8)


def test_a_change_is_second_minus_first():
    assert unpaired_means(*sums([10, 20]), *sums([50, 60])).change == 40


def test_without_any_spread_there_is_no_t():
    change = unpaired_means(*sums([50, 50]), *sums([75, 75]))
    assert (change.change, change.low, change.high) == (25, 25, 25)
    assert change.t is change.df is None


@pytest.mark.parametrize(("first", "last"), [([50], [60, 70]), ([60, 70], [50]), ([], [])])
def test_nothing_can_be_said_of_fewer_than_two_people(first, last):
    assert unpaired_means(*sums(first), *sums(last)) is None


def test_two_known_intervals_give_nearly_welch():
    """Square-and-add sees only the intervals; with 60 people it differs from Welch by less than a tenth of a point."""
    first, last = (NormalDist(mean, 10).samples(60, seed=mean) for mean in (60, 75))
    welch = unpaired_means(*sums(first), *sums(last))
    added = square_and_add(mean_interval(first), mean_interval(last))
    assert (added.low, added.high) == pytest.approx((welch.low, welch.high), abs=0.1)


def test_a_clipped_arm_counts_as_long_as_the_other():
    change = square_and_add(MeanInterval(60, 56, 64), MeanInterval(98, 95, 100))
    assert (change.estimate, change.low, change.high) == (38, 33, 43)
