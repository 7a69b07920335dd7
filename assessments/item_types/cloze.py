r"""A text with gaps, marked [[1]], [[2]] ... in the stem, in any order. No key: the wordings hold what each gap accepts.

An author writes the accepted answers of a gap on one line, parted by a slash; a slash inside an answer is written \/.
The answer is a list in JSON with a text for each gap, "" for one that is empty.
"""

import json
import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.item_types.base import Definition, Given, Piece, Presentation, Words
from assessments.item_types.parts import PartsType
from assessments.item_types.texts import accepted_faults, typed
from assessments.normalising import is_accepted

GAP = re.compile(r"\[\[(\d{1,2})\]\]")
SLASH = re.compile(r"(?<!\\)/")
MOST_GAPS = 20
EMPTY = "…"


class Cloze(PartsType):
    """Fields inside a text, all of one width; each gap that is filled right is a part."""

    code = TypeCode.CLOZE.value
    template = "assessments/items/cloze.html"

    def read_answer(self, given: Given, definition: Definition, seed: str) -> str:
        """Return what was typed into each gap."""
        texts = [typed(given, f"gap-{gap}") for gap in range(1, len(definition.accepted) + 1)]
        return json.dumps(texts, ensure_ascii=False) if any(texts) else ""

    def parts(self, definition: Definition) -> int:
        """Count the gaps."""
        return len(definition.accepted)

    def count(self, definition: Definition, answer: str) -> tuple[int, int]:
        """Count right and wrong fillings."""
        filled = list(zip(fillings(answer), definition.accepted, strict=False))
        right = sum(1 for text, accepted in filled if is_accepted(text, accepted))
        return right, sum(1 for text, _accepted in filled if text) - right

    def present(self, words: Words, answer: str, seed: str, *, shuffle: bool) -> Presentation:
        """Cut the stem at its gaps and fill in what was typed."""
        texts = fillings(answer)
        parts = [*GAP.split(words.stem), ""]
        pieces = []
        for text, gap in zip(parts[::2], parts[1::2], strict=True):
            at = int(gap or 0) - 1
            pieces.append(Piece(text, gap and str(at + 1), texts[at] if 0 <= at < len(texts) else ""))
        return Presentation(pieces=tuple(pieces))

    def right(self, definition: Definition) -> str:
        """Return the first accepted answer of each gap."""
        return json.dumps([one[0] if one else "" for one in definition.accepted], ensure_ascii=False)

    def in_words(self, words: Words, answer: str) -> str:
        """Return the text with its gaps filled; an empty one shows dots."""
        texts = fillings(answer)
        return filled_in(words.stem, texts) if any(texts) else ""

    def solution(self, definition: Definition, words: Words) -> str:
        """Return the text filled with the first accepted answers of the language."""
        return filled_in(words.stem, [one[0] if one else "" for one in words.accepted])

    def accepted(self, lines: Sequence[str]) -> list[list[str]]:
        """Take each line for a gap."""
        cut = [[text.strip().replace(r"\/", "/") for text in SLASH.split(line)] for line in lines]
        return [[text for text in texts if text] for texts in cut]

    def accepted_lines(self, accepted: Sequence[Sequence[str]]) -> list[str]:
        """Return a line for each gap."""
        return [" / ".join(text.replace("/", r"\/") for text in texts) for texts in accepted]

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for gaps numbered from 1, each once, with an accepted answer for each."""
        gaps = sorted(int(one) for one in GAP.findall(words.stem))
        if not 1 <= len(gaps) <= MOST_GAPS or gaps != list(range(1, len(gaps) + 1)):
            return [_("Mark the gaps in the text with [[1]], [[2]] and so on, each number once, 20 at most.")]
        if len(words.accepted) != len(gaps) or not all(words.accepted):
            return [_("Write the accepted answers of each gap on a line of their own, parted by /.")]
        if definition.accepted and len(definition.accepted) != len(gaps):
            return [_("Write the same number of gaps in every language.")]
        return accepted_faults([text for texts in words.accepted for text in texts])


def fillings(answer: str) -> list[str]:
    """Return what was typed into each gap; nothing of an answer that is no list ("I don't know")."""
    try:
        found = json.loads(answer)
    except ValueError:
        return []
    return [str(one) for one in found] if isinstance(found, list) else []


def filled_in(stem: str, texts: Sequence[str]) -> str:
    """Return the stem with its gaps filled."""
    held = dict(enumerate(texts, 1))
    return GAP.sub(lambda gap: held.get(int(gap[1])) or EMPTY, stem)
