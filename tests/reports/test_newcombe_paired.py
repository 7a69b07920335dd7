"""Change of a share in the same people: worked case 3 (Newcombe, Stat Med 1998;17:2635, method 10).

The sources print first minus second. Here a change is second minus first, so that a rise is positive.
"""

import pytest

from reports.statistics import joint_count_range, newcombe_paired

# yes both times, yes first only, yes second only, neither; then first minus second as printed
PRINTED = [
    ((36, 12, 2, 0), (0.2000, 0.0569, 0.3404)),
    ((20, 12, 2, 16), (0.2000, 0.0562, 0.3292)),
    ((1, 1, 7, 12), (-0.2857, -0.5069, -0.0256)),
]


@pytest.mark.parametrize(("pairs", "printed"), PRINTED)
def test_published_intervals_with_the_sign_turned(pairs, printed):
    difference, low, high = printed
    change = newcombe_paired(*pairs)
    assert (change.estimate, change.low, change.high) == pytest.approx((-difference, -high, -low), abs=1e-4)


@pytest.mark.parametrize(("pairs", "printed"), PRINTED)
def test_the_same_people_with_the_tests_exchanged(pairs, printed):
    a, first_only, second_only, d = pairs
    change = newcombe_paired(a, second_only, first_only, d)
    assert (change.estimate, change.low, change.high) == pytest.approx(printed, abs=1e-4)


def test_of_60_officers_16_gained_and_4_lost():
    change = newcombe_paired(36, 4, 16, 4)
    assert change.estimate == pytest.approx(12 / 60)
    assert (round(100 * change.low), round(100 * change.high)) == (6, 34)


def test_people_who_all_kept_their_answer_did_not_change():
    change = newcombe_paired(30, 0, 0, 30)
    assert change.estimate == 0
    assert change.low == pytest.approx(-change.high)


def test_an_empty_margin_is_no_error():
    """All wrong at first, all right at last: the correlation is undefined and taken as 0."""
    change = newcombe_paired(0, 0, 12, 0)
    assert change.estimate == change.high == 1


def test_fewest_and_most_who_can_have_known_both_times():
    assert joint_count_range(119, 212, 234) == (97, 119)
    assert joint_count_range(3, 4, 20) == (0, 3)


def test_the_two_extreme_pairings_of_known_margins():
    """Worked case 6: of 234 peers 119 knew at first, 212 at last; which ones is not known."""
    least, most = joint_count_range(119, 212, 234)
    loose, tight = (newcombe_paired(k, 119 - k, 212 - k, 234 - 119 - 212 + k) for k in (least, most))
    assert (loose.low, loose.high) == pytest.approx((0.3094, 0.4767), abs=1e-4)
    assert (tight.low, tight.high) == pytest.approx((0.3325, 0.4589), abs=1e-4)


def test_nothing_can_be_said_of_nobody():
    assert newcombe_paired(0, 0, 0, 0) is None


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        newcombe_paired(5, -1, 3, 2)
