"""How a question measures: from sums over people, in whole numbers."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class ItemSums:
    """Of n people: points of the item (x) and of all the other items of the same sitting (y), and their products."""

    n: int = 0
    x: int = 0
    xx: int = 0
    y: int = 0
    yy: int = 0
    xy: int = 0

    def plus(self, count: int, points: int, total: int, total_squares: int) -> "ItemSums":
        """Return the sums with `count` people more, who all had so many points on the item.

        `total` and `total_squares` are sums over these people of the points of the whole sitting, the item included.
        """
        rest = total - count * points
        rest_squares = total_squares - 2 * points * total + count * points * points
        return ItemSums(
            self.n + count,
            self.x + count * points,
            self.xx + count * points * points,
            self.y + rest,
            self.yy + rest_squares,
            self.xy + points * rest,
        )


def corrected_point_biserial(sums: ItemSums) -> float | None:
    """Return the correlation of the item with the rest of the sitting; None where either is the same for everybody.

    Corrected: the item is taken out of the total it is compared with (Henrysson, Psychometrika 1963;28:211).
    """
    item = sums.n * sums.xx - sums.x * sums.x
    rest = sums.n * sums.yy - sums.y * sums.y
    if item <= 0 or rest <= 0:
        return None
    return (sums.n * sums.xy - sums.x * sums.y) / (math.sqrt(item) * math.sqrt(rest))
