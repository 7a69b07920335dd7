"""A mean over people with its t interval; scipy is the oracle."""

from decimal import Decimal
from statistics import NormalDist

import pytest
from scipy import stats

from reports.statistics import mean_interval, mean_interval_from_sums, student_t_quantile

GROUPS = [NormalDist(65, 15).samples(2 + 6 * seed, seed=seed) for seed in range(50)]


@pytest.mark.parametrize("scores", GROUPS)
def test_fifty_groups_agree_with_scipy(scores):
    ours = mean_interval(scores)
    oracle = stats.ttest_1samp(scores, 0).confidence_interval(0.95)
    assert (ours.low, ours.high) == pytest.approx((oracle.low, oracle.high), abs=1e-8)


@pytest.mark.parametrize("df", [1, 1.5, 2, 9, 29, 59.3, 233, 9_999, 10_001, 1_000_000])
@pytest.mark.parametrize("probability", [0.01, 0.5, 0.6, 0.95, 0.975, 0.995])
def test_quantiles_of_student_agree_with_scipy(probability, df):
    assert student_t_quantile(probability, df) == pytest.approx(stats.t.ppf(probability, df), abs=1e-8, rel=1e-8)


def test_sums_are_enough():
    scores = [55, 60, 60, 75, 90]
    sums = mean_interval_from_sums(5, sum(scores), sum(score * score for score in scores))
    assert sums == mean_interval(scores)


def test_the_mean_change_of_the_sleep_data():
    """Worked case 4: the differences of R's sleep data, 1.58 (0.7001142, 2.4598858)."""
    differences = ["1.2", "2.4", "1.3", "1.3", "0", "1.0", "1.8", "0.8", "4.6", "1.4"]
    change = mean_interval(Decimal(difference) for difference in differences)
    assert (change.estimate, change.low, change.high) == pytest.approx((1.58, 0.7001142, 2.4598858), abs=1e-7)


def test_the_interval_can_be_kept_within_0_and_100():
    free = mean_interval([100, 100, 90])
    kept = mean_interval([100, 100, 90], bounds=(0, 100))
    assert free.high > 100
    assert kept.high == 100
    assert kept.low == free.low


def test_equal_scores_have_an_interval_without_width():
    interval = mean_interval([Decimal("33.33")] * 12)
    assert interval.low == interval.estimate == interval.high


def test_a_small_spread_far_from_zero_is_not_lost():
    """Sums of floats would cancel to nothing here."""
    interval = mean_interval([10**9 + 1, 10**9 + 2, 10**9 + 3])
    assert interval.high - interval.estimate == pytest.approx(stats.t.ppf(0.975, 2) / 3**0.5)


@pytest.mark.parametrize("scores", [[], [80]])
def test_nothing_can_be_said_of_fewer_than_two_people(scores):
    assert mean_interval(scores) is None


def test_sums_that_no_scores_have_are_refused():
    with pytest.raises(ValueError, match="sum of squares"):
        mean_interval_from_sums(2, 100, 100)


@pytest.mark.parametrize(("probability", "df"), [(0, 5), (1, 5), (0.5, 0), (0.5, -1)])
def test_quantiles_outside_their_range_are_refused(probability, df):
    with pytest.raises(ValueError, match=r"probability|freedom"):
        student_t_quantile(probability, df)
