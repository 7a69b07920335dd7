"""Change of a share when different people may have answered: worked case 6 (Newcombe, Stat Med 1998;17:873)."""

import pytest

from reports.statistics import newcombe_unpaired


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((48, 80), (56, 70), (0.2, 0.0524, 0.3339)),
        ((3, 10), (9, 10), (0.6, 0.1705, 0.8090)),
        ((0, 29), (5, 56), (0.0893, -0.0381, 0.1926)),
        ((0, 20), (0, 10), (0, -0.1611, 0.2775)),
        ((0, 20), (10, 10), (1, 0.6791, 1)),
        ((119, 234), (212, 234), (0.3974, 0.3201, 0.4683)),
        ((642, 1378), (1529, 1950), (0.3182, 0.2858, 0.3498)),
    ],
)
def test_published_intervals(first, second, expected):
    change = newcombe_unpaired(*first, *second)
    assert (change.estimate, change.low, change.high) == pytest.approx(expected, abs=1e-4)


def test_a_fall_is_a_rise_with_the_sign_turned():
    rise, fall = newcombe_unpaired(48, 80, 56, 70), newcombe_unpaired(56, 70, 48, 80)
    assert (fall.estimate, fall.low, fall.high) == pytest.approx((-rise.estimate, -rise.high, -rise.low))


@pytest.mark.parametrize("counts", [(0, 0, 3, 10), (3, 10, 0, 0)])
def test_nothing_can_be_said_without_one_of_the_groups(counts):
    assert newcombe_unpaired(*counts) is None
