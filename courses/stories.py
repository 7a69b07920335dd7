"""A story with choices: whether every reader finds an end. Pure: names in, flaws out."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto


class Flaw(Enum):
    """What can be wrong with a story."""

    TWICE = auto()  # two scenes of one name
    MISSING = auto()  # a choice leads to no scene
    UNREACHED = auto()  # no choice leads to this scene
    CIRCLE = auto()  # from this scene one comes back to it


def flaws(scenes: Sequence[tuple[str, Sequence[str]]]) -> list[tuple[Flaw, str]]:
    """Return each flaw with the name it is about; scenes are names with the names their choices lead to, first first."""
    names = [name for name, _ways in scenes]
    ways = {name: list(to) for name, to in scenes}
    found = [(Flaw.TWICE, name) for name in dict.fromkeys(names) if names.count(name) > 1]
    missing = dict.fromkeys(to for _name, tos in scenes for to in tos if to not in ways)
    found += [(Flaw.MISSING, name) for name in missing]
    reached = reachable(ways, names[0]) if names else set()
    found += [(Flaw.UNREACHED, name) for name in ways if name not in reached and name != names[0]]
    found += [(Flaw.CIRCLE, name) for name in ways if name in reachable(ways, name)]
    return found


def reachable(ways: Mapping[str, Sequence[str]], start: str) -> set[str]:
    """Return the scenes one can come to from a scene; itself only where a circle leads back."""
    found: set[str] = set()
    open_ends = list(ways.get(start, ()))
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found.add(name)
            open_ends += ways.get(name, ())
    return found
