"""Numbers of people on the road: how many took part, how many are missing."""

from reports.disclosure.limits import FEW, FEWEST_PEOPLE, is_rare
from reports.disclosure.published import Bound, PublishedCount
from reports.disclosure.raw import PrivacyClass, RawCount, RawMissing
from reports.statistics.rounding import to_five


def publish_count(privacy_class: PrivacyClass, number: int) -> PublishedCount:
    """Publish how many people stand at one place on the road: none under 10; protected rounded to 5, others exact."""
    RawCount(privacy_class, number)
    if number < FEWEST_PEOPLE:
        return PublishedCount(reason="fewer-than-10")
    if privacy_class == "protected":
        return PublishedCount(to_five(number), about=True)
    return PublishedCount(number)


def publish_missing(privacy_class: PrivacyClass, started: int, present: int) -> PublishedCount:
    """Publish how many of those who started did not take part.

    Nothing where those who started, or those present, may not be shown themselves: the rest would give them back.
    Protected: 0 to 4 is "4 or fewer"; more is the difference of the two published counts, because an own rounding
    beside them would narrow all three. Others: 1 or 2 is hidden, which helps only where `present` is not shown too.
    """
    RawMissing(privacy_class, started, present)
    missing = started - present
    if min(started, present) < FEWEST_PEOPLE:
        return PublishedCount(reason="fewer-than-10")
    if privacy_class == "protected":
        if missing <= FEW:
            return PublishedCount(bound=Bound("at-most", FEW), reason="count-is-a-bound")
        return PublishedCount(to_five(started) - to_five(present), about=True)
    if is_rare(missing, started):
        return PublishedCount(reason="cell-of-1-or-2")
    return PublishedCount(missing)
