"""Whether every paper that a blueprint could draw can be drawn. Proved, not tried. Pure.

The draw goes topic by topic and takes of each topic so many questions, none of a family twice. A topic can fail only
if topics before it used up too many of its families. How many they can use up at most is a matching: each family once,
each earlier topic as often as it draws. What is left must be enough. Worked example: docs/rules/draw.md.
"""

from collections.abc import Mapping, Sequence

from assessments.draw import PoolItem, draw_order


def unsure_topics(pool: Sequence[PoolItem], rows: Mapping[str, int]) -> dict[str, int]:
    """Return how many questions a topic may lack in the worst draw; nothing where every draw succeeds."""
    used = {one.family for one in pool if one.is_anchor} - {""}
    spare = {
        topic: [one for one in pool if one.topic == topic and not one.is_anchor and one.family not in used]
        for topic in rows
    }
    lacking: dict[str, int] = {}
    earlier: list[str] = []
    for topic in draw_order(pool, rows):
        families = {one.family for one in spare[topic]} - {""}
        alone = sum(1 for one in spare[topic] if not one.family)
        shared = {other: families & {one.family for one in spare[other]} for other in earlier}
        left = alone + len(families) - _most_blocked(shared, rows)
        if left < rows[topic]:
            lacking[topic] = rows[topic] - left
        earlier.append(topic)
    return lacking


def _most_blocked(shared: Mapping[str, set[str]], rows: Mapping[str, int]) -> int:
    """Return how many families earlier topics can take together at most (bipartite matching by augmenting paths)."""
    seats = [(topic, number) for topic in shared for number in range(min(rows[topic], len(shared[topic])))]
    holder: dict[str, tuple[str, int]] = {}

    def seat(place: tuple[str, int], seen: set[str]) -> bool:
        for family in sorted(shared[place[0]] - seen):
            seen.add(family)
            if family not in holder or seat(holder[family], seen):
                holder[family] = place
                return True
        return False

    return sum(seat(place, set()) for place in seats)
