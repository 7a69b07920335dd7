"""What a browser does with the page of an item: it shows the template and sends what is filled in."""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from types import SimpleNamespace

from django.template.loader import render_to_string

from assessments.choices import DONT_KNOW
from assessments.item_types import TYPES, Words


def page(type_code: str, words: Words, answer: str = "", seed: str = "7:1", *, shuffle: bool = True) -> str:
    """Return the page of an item."""
    kind = TYPES[type_code]
    context = {
        "shown": kind.present(words, answer, seed, shuffle=shuffle),
        "place": SimpleNamespace(item=31, answer=answer),
        "dont_know": DONT_KNOW,
        "wording": SimpleNamespace(language="en", stem=words.stem),
    }
    return render_to_string(kind.template, context)


@dataclass(frozen=True)
class Field:
    """A field of a page: its name, its way, the value or values it can send, those it sends now."""

    name: str
    way: str
    id: str = ""
    values: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    longest: int = 0


@dataclass
class Reader(HTMLParser):
    """Reads fields, labels and texts of a page."""

    fields: list[Field] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    inside: str = ""
    typed: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.ids += [given["id"]] if "id" in given else []
        self.labels += [given["for"]] if tag == "label" and "for" in given else []
        if tag == "input":
            self._input(given)
        elif tag in {"select", "textarea"}:
            self.inside, self.typed = tag, ""
            self.fields.append(Field(given["name"], tag, given["id"], longest=int(given.get("maxlength", 0))))
        elif tag == "option":
            held = self.fields[-1]
            now = (given["value"],) if "selected" in given else held.now
            self.fields[-1] = replace(held, values=(*held.values, given["value"]), now=now)

    def _input(self, given: dict[str, str]) -> None:
        value, way = given.get("value", ""), given["type"]
        is_sent = way in {"text", "hidden"} or "checked" in given
        made = Field(given["name"], way, given.get("id", ""), (value,), (value,) if is_sent else ())
        self.fields.append(replace(made, longest=int(given.get("maxlength", 0))))

    def handle_data(self, data: str) -> None:
        self.typed += data if self.inside == "textarea" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside == "textarea":
            self.fields[-1] = replace(self.fields[-1], now=(self.typed.removeprefix("\n"),))
        if tag == self.inside:
            self.inside = ""


def read_page(html: str) -> Reader:
    """Return a page as a browser reads it."""
    reader = Reader()
    reader.feed(html)
    return reader


def sent(html: str) -> dict[str, list[str]]:
    """Return what the page sends as it stands; a list without a choice sends its first line."""
    found: dict[str, list[str]] = {}
    for one in read_page(html).fields:
        now = one.now or (one.values[:1] if one.way == "select" else ())
        for value in now:
            found.setdefault(one.name, []).append(value)
    return found
