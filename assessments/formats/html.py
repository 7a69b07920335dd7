"""From HTML, as Moodle and GIFT hold it, to plain text; what plain text cannot say is named. Pure."""

import re
from dataclasses import replace
from html import unescape

from django.utils.translation import gettext as _

from assessments.formats.parcel import Findings, FormatError, Place
from assessments.formats.texts import tidy

# A tag of its own reading: the parser of the standard library takes minutes over broken tags by the thousand.
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)>")
WHITE = re.compile(r"[ \t\r\n]+")
BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "tbody",
        "blockquote",
        "pre",
        "section",
        "article",
    ]
)
# They stress or set words; the words stay.
STRESS = frozenset(
    [
        "b",
        "strong",
        "i",
        "em",
        "u",
        "small",
        "big",
        "span",
        "font",
        "mark",
        "s",
        "code",
        "cite",
        "q",
        "abbr",
        "bdi",
        "bdo",
        "wbr",
        "tt",
        "center",
        "label",
    ]
)
PLAIN = frozenset({"span", "wbr", "bdi", "bdo", "label"})
SILENT = frozenset({"script", "style", "iframe", "object", "svg", "math", "template", "noscript"})
LONGEST = 20_000


class _Reader:
    def __init__(self, place: Place, findings: Findings) -> None:
        self.place, self.findings = place, findings
        self.parts: list[str] = []
        self.silent: list[str] = []
        self.named: set[str] = set()

    def read(self, html: str) -> None:
        """Take tags and words one after the other; a "<" that begins no tag is a word."""
        at, line = 0, self.place.line
        while at < len(html):
            start = html.find("<", at)
            self.words(html[at : start if start >= 0 else len(html)])
            if start < 0:
                return
            line += html.count("\n", at, start)
            if html.startswith("<!--", start):
                end = html.find("-->", start)
                at = end + 3 if end >= 0 else len(html)
                continue
            tag = TAG.match(html, start)
            if tag is None:
                self.words("<")
            else:
                self.tag(tag.group(2).lower(), tag.group(3), is_end=bool(tag.group(1)), line=line)
            at = tag.end() if tag else start + 1

    def tag(self, tag: str, attributes: str, *, is_end: bool, line: int) -> None:
        """Take a tag: break the line, name what is lost, be silent inside what is no text."""
        if tag == "br" or tag in BLOCKS:
            self.parts.append("\n")
        if is_end:
            if tag in self.silent:
                self.silent.remove(tag)
            return
        if tag in SILENT and not attributes.endswith("/"):
            self.silent.append(tag)
        if tag == "span" and "multilang" in attributes:
            self.name("span class=multilang", line, is_note=False)
        elif tag in STRESS - PLAIN:
            self.name(tag, line, is_note=True)
        elif tag not in BLOCKS | STRESS | {"br"} or tag == "table":
            self.name(tag, line, is_note=False)

    def name(self, what: str, line: int, *, is_note: bool) -> None:
        """Name what plain text cannot say, each once."""
        if what not in self.named:
            self.named.add(what)
            place = replace(self.place, line=line)
            (self.findings.note if is_note else self.findings.lose)(f"<{what}>", place)

    def words(self, data: str) -> None:
        """Take words."""
        if data and not self.silent:
            self.parts.append(WHITE.sub(" ", unescape(data)))


def plain_text(html: str, place: Place, findings: Findings) -> str:
    """Return the words of some HTML; `place` is where it begins. Raises FormatError where it is longer than a text may be."""
    if len(html) > LONGEST:
        raise FormatError(_("A text has more than %(number)d characters: shorten it.") % {"number": LONGEST}, place)
    reader = _Reader(place, findings)
    reader.read(html)
    # Editors put spaces that do not break wherever they like.
    return "\n".join(line for line in tidy("".join(reader.parts).replace("\xa0", " ")).split("\n") if line)
