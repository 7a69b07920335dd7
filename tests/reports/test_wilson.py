"""Wilson's interval for a share: worked case 1 (Newcombe, Stat Med 1998;17:857)."""

import pytest

from reports.statistics import wilson


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (81, 263, 0.25529, 0.36621),
        (15, 148, 0.06239, 0.16049),
        (0, 20, 0, 0.16113),
        (1, 29, 0.00611, 0.17176),
        (8, 8, 0.67559, 1),
        (57, 60, 0.86300, 0.98285),
    ],
)
def test_published_intervals(k, n, low, high):
    share = wilson(k, n)
    assert share.estimate == k / n
    assert (share.low, share.high) == pytest.approx((low, high), abs=1e-5)


@pytest.mark.parametrize(
    ("k", "n", "percents"), [(642, 1378, (46.59, 43.97, 49.23)), (1529, 1950, (78.41, 76.53, 80.18))]
)
def test_the_programme_of_xian(k, n, percents):
    share = wilson(k, n)
    assert (100 * share.estimate, 100 * share.low, 100 * share.high) == pytest.approx(percents, abs=0.005)


def test_nobody_and_everybody_touch_the_ends_exactly():
    assert wilson(0, 7).low == 0
    assert wilson(7, 7).high == 1


def test_a_higher_level_gives_a_wider_interval():
    usual, careful = wilson(30, 60), wilson(30, 60, level=0.99)
    assert careful.low < usual.low < usual.high < careful.high


def test_nothing_can_be_said_of_nobody():
    assert wilson(0, 0) is None


@pytest.mark.parametrize(("k", "n"), [(-1, 5), (6, 5), (0, -1)])
def test_impossible_counts_are_refused(k, n):
    with pytest.raises(ValueError, match="between 0 and the number of people"):
        wilson(k, n)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_is_a_fraction(level):
    with pytest.raises(ValueError, match="level"):
        wilson(1, 2, level=level)
