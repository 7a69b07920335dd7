"""Types whose answers have several parts, and how the parts make points (docs/rules/scoring.md)."""

from abc import abstractmethod
from collections.abc import Mapping

from assessments.choices import Scoring
from assessments.item_types.base import LETTERS, Definition, ItemType


class PartsType(ItemType):
    """A way of asking in which a part can be right while another is not."""

    @abstractmethod
    def parts(self, definition: Definition) -> int:
        """Return how many parts a right answer has."""

    @abstractmethod
    def count(self, definition: Definition, answer: str) -> tuple[int, int]:
        """Return how many parts of an answer are right and how many are wrong; what is left open is neither."""

    def max_points(self, definition: Definition) -> int:
        """Give one for the whole, or one for each part."""
        return 1 if definition.scoring == Scoring.ALL_OR_NOTHING else self.parts(definition)

    def points(self, definition: Definition, answer: str) -> int:
        """Score the parts by the question's rule."""
        right, wrong = self.count(definition, answer)
        if definition.scoring == Scoring.PARTIAL:
            return right
        if definition.scoring == Scoring.PENALTY:
            return max(0, right - wrong)
        return int(wrong == 0 and 0 < right == self.parts(definition))


def write_pairs(chosen: Mapping[str, str]) -> str:
    """Return what was chosen for each letter as an answer: "a=2,c=1"."""
    return ",".join(f"{letter}={chosen[letter]}" for letter in sorted(chosen))


def read_pairs(answer: str) -> dict[str, str]:
    """Return what was chosen for each letter; nothing of an answer that is not of this shape ("I don't know")."""
    found = {}
    for part in answer.split(","):
        letter, sign, value = part.partition("=")
        if sign and letter in LETTERS and value:
            found[letter] = value
    return found
