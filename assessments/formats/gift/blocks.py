"""GIFT, cut into one block for each question. Escaped signs are held by control characters, which no file may hold. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

ESCAPED = {"\\": "\x01", "~": "\x02", "=": "\x03", "#": "\x04", "{": "\x05", "}": "\x06", ":": "\x07", "n": "\x08"}
HELD = {held: "\n" if sign == "n" else sign for sign, held in ESCAPED.items()}
ESCAPE = re.compile(r"\\([\\~=#{}:n])")
HELD_SIGN = re.compile("[\x01-\x08]")
MARK = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.){0,600})\]")
# Marks stand at the beginning of a comment; a comment of a megabyte holds none of ours.
LONGEST_MARKS = 8_000
CATEGORY = "$CATEGORY:"


@dataclass
class Block:
    """The lines of one question: where they begin, what stands above them, and the category they are in."""

    line: int
    category: str
    text: str = ""
    code: str = ""
    tags: list[str] = field(default_factory=list)


def hold(text: str) -> str:
    """Put escaped signs out of the way."""
    return ESCAPE.sub(lambda found: ESCAPED[found.group(1)], text)


def free(text: str) -> str:
    """Return a text with its escaped signs as themselves."""
    return HELD_SIGN.sub(lambda found: HELD[found.group()], text)


def escape(text: str) -> str:
    """Return a text so that no sign of it means anything."""
    return "".join("\\n" if sign == "\n" else f"\\{sign}" if sign in "\\~=#{}:" else sign for sign in text)


def blocks(text: str) -> Iterator[Block]:
    """Yield what stands between blank lines, without comments; what a comment marks belongs to the block it is in."""
    category, current = "", Block(0, "")
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        bare = line.strip()
        if bare.startswith("//"):
            _mark(current, bare)
        elif bare.startswith(CATEGORY):
            category = bare.removeprefix(CATEGORY).strip()
        elif bare:
            current.line = current.line or number
            lines.append(line)
        else:
            if lines:
                current.text, current.category = hold("\n".join(lines)), category
                yield current
            lines, current = [], Block(0, category)


def _mark(block: Block, comment: str) -> None:
    for kind, value in MARK.findall(comment[:LONGEST_MARKS]):
        plain = re.sub(r"\\(.)", r"\1", value)
        if kind == "id":
            block.code = plain
        else:
            block.tags.append(plain)


def mark(kind: str, value: str) -> str:
    """Return a mark for a comment."""
    guarded = re.sub(r"([\\\]])", r"\\\1", value)
    return f"[{kind}:{guarded}]"
