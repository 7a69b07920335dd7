"""The body of a QTI item as lines of plain text, with a mark where an interaction stands. Pure."""

import re
from dataclasses import dataclass, field

from assessments.formats.html import BLOCKS, STRESS
from assessments.formats.markup import Node
from assessments.formats.parcel import Findings
from assessments.formats.texts import tidy

# XML itself cannot hold this character.
MARK = "\x00"
WHITE = re.compile(r"[ \t\r\n]+")
# Words in these still stand on the page; what else they say is named.
WRAPPERS = (
    BLOCKS
    | {"dl", "dt", "dd", "thead", "tfoot", "th", "td", "caption", "prompt", "simpleChoice"}
    | {
        "simpleAssociableChoice",
        "itemBody",
        "modalFeedback",
        "contentBody",
    }
)
INLINE = STRESS | {"a", "sub", "sup"}
SILENT_NOTE = frozenset({"span", "label", "bdo", "wbr"})


@dataclass
class Flat:
    """Lines of text, and the interactions in the order of their marks."""

    lines: list[str] = field(default_factory=lambda: [""])
    interactions: list[Node] = field(default_factory=list)

    def break_softly(self) -> None:
        """Begin a line, unless one has just begun."""
        if self.lines[-1].strip():
            self.lines.append("")

    @property
    def text(self) -> str:
        """Return the text."""
        return tidy("\n".join(self.lines))


def flatten(node: Node, findings: Findings) -> Flat:
    """Return what stands in an element; what plain text cannot say is named."""
    flat = Flat()
    _add(node, flat, findings, set())
    return flat


def _add(node: Node, flat: Flat, findings: Findings, named: set[str]) -> None:
    for child in node.children:
        if isinstance(child, str):
            flat.lines[-1] += WHITE.sub(" ", child)
        elif child.tag == "br":
            flat.lines.append("")
        elif child.tag.endswith("Interaction"):
            flat.lines[-1] += MARK
            flat.interactions.append(child)
        else:
            _add_element(child, flat, findings, named)


def _add_element(child: Node, flat: Flat, findings: Findings, named: set[str]) -> None:
    is_block, is_inline = child.tag in WRAPPERS, child.tag in INLINE
    if child.tag not in named and child.tag not in SILENT_NOTE:
        named.add(child.tag)
        if child.tag in ("table", "a", "sub", "sup") or not (is_block or is_inline):
            findings.lose(f"<{child.tag}>", child.place)
        elif is_inline:
            findings.note(f"<{child.tag}>", child.place)
    if is_block:
        flat.break_softly()
    if is_block or is_inline:
        _add(child, flat, findings, named)
    if is_block:
        flat.break_softly()
