"""The corrected point-biserial against published figures: LSAT section 6, 1,000 people, five items."""

import pytest

from reports.statistics import ItemSums, corrected_point_biserial

# How many people had which pattern of right answers (Bock and Lieberman, Psychometrika 1970;35:179).
PATTERNS = (
    "00000:3 00001:6 00010:2 00011:11 00100:1 00101:1 00110:3 00111:4 01000:1 01001:8 01011:16 01101:3 01110:2 01111:15 "
    "10000:10 10001:29 10010:14 10011:81 10100:3 10101:28 10110:15 10111:80 11000:16 11001:56 11010:21 11011:173 "
    "11100:11 11101:61 11110:28 11111:298"
)


def sums_of(item: int) -> ItemSums:
    found = ItemSums()
    for one in PATTERNS.split():
        pattern, count = one.split(":")
        total = pattern.count("1")
        found = found.plus(int(count), int(pattern[item]), int(count) * total, int(count) * total * total)
    return found


@pytest.mark.parametrize(
    ("item", "share", "correlation"),
    [(0, 0.924, 0.1128), (1, 0.709, 0.1532), (2, 0.553, 0.1728), (3, 0.763, 0.1444), (4, 0.870, 0.1216)],
)
def test_published_figures_come_out(item, share, correlation):
    sums = sums_of(item)
    assert (sums.n, sums.x / sums.n) == (1000, share)
    assert corrected_point_biserial(sums) == pytest.approx(correlation, abs=1e-4)


def test_where_everybody_is_alike_there_is_no_correlation():
    assert corrected_point_biserial(ItemSums().plus(40, 1, 400, 4000)) is None
    assert corrected_point_biserial(ItemSums()) is None
