"""From HTML, as Moodle and GIFT hold it, to plain text; what plain text cannot say is named. Pure."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from django.utils.translation import gettext as _

from assessments.formats.parcel import Findings, FormatError, Place
from assessments.formats.texts import tidy

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
SILENT = frozenset({"script", "style", "iframe", "object", "svg", "math", "template", "noscript"})
LONGEST = 20_000


class _Reader(HTMLParser):
    def __init__(self, place: Place, findings: Findings) -> None:
        super().__init__(convert_charrefs=True)
        self.place, self.findings = place, findings
        self.parts: list[str] = []
        self.silent: list[str] = []
        self.named: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent.append(tag)
        if tag == "br" or tag in BLOCKS:
            self.parts.append("\n")
        if tag == "span" and "multilang" in (dict(attrs).get("class") or ""):
            self.name("<span class=multilang>", is_note=False)
        elif tag in STRESS:
            self.name(f"<{tag}>", is_note=True)
        elif tag not in BLOCKS or tag == "table":
            self.name(f"<{tag}>", is_note=tag == "br")

    def name(self, what: str, *, is_note: bool) -> None:
        if what in self.named or what in {"<br>", "<span>", "<wbr>"}:
            return
        self.named.add(what)
        place = replace(self.place, line=self.place.line + self.getpos()[0] - 1)
        (self.findings.note if is_note else self.findings.lose)(what, place)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            self.silent.remove(tag)
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(WHITE.sub(" ", data))


def plain_text(html: str, place: Place, findings: Findings) -> str:
    """Return the words of some HTML; `place` is where it begins. Raises FormatError where it is longer than a text may be."""
    if len(html) > LONGEST:
        raise FormatError(_("A text has more than %(number)d characters: shorten it.") % {"number": LONGEST}, place)
    reader = _Reader(place, findings)
    reader.feed(html)
    reader.close()
    # Editors put spaces that do not break wherever they like.
    return "\n".join(line for line in tidy("".join(reader.parts).replace("\xa0", " ")).split("\n") if line)
