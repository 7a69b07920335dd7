"""Words explained in a lesson: marked where each first stands. Pure: markup in, markup out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

TAGS = re.compile(r"(<[^>]*>)")
# Marks inside these would be wrong or useless: a link in a link, a link on a button.
CLOSED = ("a", "button", "summary", "legend", "label", "h2", "h3", "script", "style")
# Scripts that part words by spaces: elsewhere a word may stand right beside another.
SPACED = re.compile(r"[A-Za-z0-9\u00c0-\u024f\u1ea0-\u1ef9]")


@dataclass(frozen=True)
class Term:
    """A word, what it means, and its number in the lesson's list."""

    number: int
    word: str
    meaning: str


class Marker:
    """Marks each term once, over all the texts it is shown in their order."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        # A draft may hold a row without its word yet.
        written = [(word, meaning) for word, meaning in pairs if word]
        self.terms = [Term(number, word, meaning) for number, (word, meaning) in enumerate(written, 1)]
        self.marked: set[int] = set()

    def mark(self, markup: str) -> SafeString:
        """Return safe markup with the first place of each term turned into a link to its explanation."""
        waiting = sorted((one for one in self.terms if one.number not in self.marked), key=lambda one: -len(one.word))
        for term in waiting:
            markup = self._mark(markup, term)
        return mark_safe(markup)  # noqa: S308 -- safe before, and only escaped words came to it

    def _mark(self, markup: str, term: Term) -> str:
        pattern = _pattern(term.word)
        parts = list(_parts(markup))
        for at, (part, is_open) in enumerate(parts):
            found = pattern.search(part) if is_open else None
            if found is not None:
                self.marked.add(term.number)
                link = format_html(
                    '<a class="term" id="word-{0}" href="#term-{0}" data-meaning="{1}">{2}</a>',
                    *(term.number, term.meaning, mark_safe(found[0])),  # noqa: S308 -- a piece of safe markup
                )
                marked = part[: found.start()] + link + part[found.end() :]
                return "".join([*(one for one, _open in parts[:at]), marked, *(one for one, _open in parts[at + 1 :])])
        return markup


def _pattern(word: str) -> re.Pattern[str]:
    # Nor inside a sign that stands for another, such as &amp; or &#39;.
    edges = [r"(?<![\w&#])" if SPACED.match(word[0]) else "", r"(?!\w)" if SPACED.match(word[-1]) else ""]
    return re.compile(f"{edges[0]}{re.escape(escape(word))}{edges[1]}", re.IGNORECASE)


def _parts(markup: str) -> Iterator[tuple[str, bool]]:
    """Yield tags and texts in turn, each text with whether a mark may stand in it."""
    closed: list[str] = []
    for part in TAGS.split(markup):
        if not part.startswith("<"):
            yield part, not closed
            continue
        yield part, False
        name = part.strip("</>").split()[0].lower() if part.strip("</> ") else ""
        if name in CLOSED:
            if not part.startswith("</"):
                closed.append(name)
            elif closed:
                closed.pop()
