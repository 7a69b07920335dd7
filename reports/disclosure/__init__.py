"""The gate between what is counted and what is shown: Raw... goes in, Published... comes out, nothing else leaves.

Screens, charts and exports accept only PublishedTable and its contents. Rules: privacy, section 5. Every function is
pure; the class of the people counted decides, and a group that mixes classes must come in under the strictest.
"""

from reports.disclosure.changes import publish_change
from reports.disclosure.counts import publish_count, publish_missing
from reports.disclosure.figures import publish_figure
from reports.disclosure.items import PublishedItem, RawItem, publish_item
from reports.disclosure.published import (
    Bound,
    Published,
    PublishedCell,
    PublishedChange,
    PublishedCount,
    PublishedFigure,
    PublishedTable,
    Reason,
)
from reports.disclosure.raw import (
    Pairs,
    PrivacyClass,
    Raw,
    RawCell,
    RawChange,
    RawCount,
    RawFigure,
    RawMissing,
    RawTable,
    Rule,
    ScoreSums,
)
from reports.disclosure.tables import publish_table

__all__ = [
    "Bound",
    "Pairs",
    "PrivacyClass",
    "Published",
    "PublishedCell",
    "PublishedChange",
    "PublishedCount",
    "PublishedFigure",
    "PublishedItem",
    "PublishedTable",
    "Raw",
    "RawCell",
    "RawChange",
    "RawCount",
    "RawFigure",
    "RawItem",
    "RawMissing",
    "RawTable",
    "Reason",
    "Rule",
    "ScoreSums",
    "publish_change",
    "publish_count",
    "publish_figure",
    "publish_item",
    "publish_missing",
    "publish_table",
]
