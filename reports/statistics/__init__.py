"""Statistics of the reports: pure functions of counts and sums, standard library only, one file per family."""

from reports.statistics.items import ItemSums, corrected_point_biserial
from reports.statistics.means import (
    MeanDifference,
    MeanInterval,
    mean_interval,
    mean_interval_from_sums,
    square_and_add,
    unpaired_means,
)
from reports.statistics.proportions import (
    Difference,
    Proportion,
    joint_count_range,
    newcombe_paired,
    newcombe_unpaired,
    wilson,
)
from reports.statistics.student import student_t_quantile

__all__ = [
    "Difference",
    "ItemSums",
    "MeanDifference",
    "MeanInterval",
    "Proportion",
    "corrected_point_biserial",
    "joint_count_range",
    "mean_interval",
    "mean_interval_from_sums",
    "newcombe_paired",
    "newcombe_unpaired",
    "square_and_add",
    "student_t_quantile",
    "unpaired_means",
    "wilson",
]
