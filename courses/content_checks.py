"""What a lesson still lacks, from its text alone: words in, findings out. No query, no clock, no request."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

# What a practised reader reads in a minute: words, or signs where words are not parted (docs/rules/desk.md).
WORDS_A_MINUTE = 230
SIGNS_A_MINUTE = {"zh-hans": 255, "my": 1000, "km": 1000}
LONGEST_SENTENCE_WORDS = 35
LONGEST_SENTENCE_SIGNS = 70
SHORTEST_ALT = 4

TAG = re.compile(r"<[^>]+>")
HAN = re.compile(r"[㐀-鿿]")
SENTENCE = re.compile(r"[.!?。！？።။]+\s*|\n+")
FILE_NAME = re.compile(r"\.(?:jpe?g|png|svg|webp|gif|mp4|webm)$|^(?:img|dsc|image|picture)[-_ ]?\d*$", re.IGNORECASE)
OPEN_SOURCE = re.compile(r"\b(?:todo|tbc|tbd|xxx)\b|\?\?|待补|待查", re.IGNORECASE)
# Names and marks inside a block that nobody reads as text.
NOT_READ = frozenset(
    {"id", "image", "file", "document", "media", "video", "captions", "topic", "to", "name", "fact", "year"}
)


class Lack(Enum):
    """What can be missing or unsettled."""

    KEY = auto()
    ALT = auto()
    ALT_REPEATS = auto()
    CAPTIONS = auto()
    TRANSCRIPT = auto()
    TOO_LONG = auto()
    LONG_SENTENCES = auto()
    SOURCES = auto()
    SOURCE_OPEN = auto()
    LOCAL = auto()


@dataclass(frozen=True)
class Text:
    """A lesson as its author wrote it: `blocks` are pairs of a block's type and its stored value."""

    language: str
    minutes: int
    blocks: tuple[tuple[str, Any], ...] = ()
    is_film: bool = False
    transcript: str = ""
    caption_languages: frozenset[str] = frozenset()
    # Topics that the owner of the site has resolved for every country the site names.
    local_topics: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Finding:
    """One thing to mend: what, in which block (from 1; None for the whole lesson), with the figures to say it."""

    lack: Lack
    block: int | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)


def findings(text: Text) -> list[Finding]:
    """Return what a lesson lacks, in the order of its blocks, what concerns all of it last."""
    found = [one for at, (kind, value) in enumerate(text.blocks, 1) for one in _of_block(text, at, kind, value)]
    return [*found, *_of_film(text), *_of_length(text), *_of_sources(text)]


def _of_block(text: Text, at: int, kind: str, value: Any) -> Iterator[Finding]:
    for picture in _pictures(value):
        alt = str(picture.get("alt") or "").strip()
        if len(alt) < SHORTEST_ALT and not HAN.search(alt) or FILE_NAME.search(alt):
            yield Finding(Lack.ALT, at)
        elif alt == str(picture.get("caption") or "").strip():
            yield Finding(Lack.ALT_REPEATS, at)
    # A film's block refuses to be saved without captions; a sound recording has none.
    captioned = (
        {_inner(one).get("language") for one in value.get("captions") or ()} if isinstance(value, Mapping) else set()
    )
    if captioned and text.language not in captioned:
        yield Finding(Lack.CAPTIONS, at, {"language": text.language})
    if isinstance(value, Mapping) and "transcript" in value and not str(value["transcript"]).strip():
        yield Finding(Lack.TRANSCRIPT, at)
    if kind == "local" and value.get("topic") not in text.local_topics:
        yield Finding(Lack.LOCAL, at, {"topic": value.get("topic")})


def _pictures(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every part of a block that holds a picture."""
    if isinstance(value, Mapping):
        if "alt" in value:
            yield value
        for inner in value.values():
            yield from _pictures(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _pictures(inner)


def _of_film(text: Text) -> Iterator[Finding]:
    if not text.is_film:
        return
    if text.language not in text.caption_languages:
        yield Finding(Lack.CAPTIONS, None, {"language": text.language})
    if not text.transcript.strip():
        yield Finding(Lack.TRANSCRIPT)


def _of_length(text: Text) -> Iterator[Finding]:
    if text.blocks and not text.is_film and text.blocks[0][0] != "key":
        yield Finding(Lack.KEY)
    minutes = reading_minutes(text.language, words_of(text.blocks))
    if minutes > text.minutes:
        yield Finding(Lack.TOO_LONG, None, {"minutes": minutes, "stated": text.minutes})
    count = len(long_sentences(text.language, words_of(text.blocks)))
    if count:
        yield Finding(Lack.LONG_SENTENCES, None, {"count": count})


def _of_sources(text: Text) -> Iterator[Finding]:
    rows = [_inner(one) for kind, value in text.blocks if kind == "sources" for one in value]
    if text.blocks and not rows:
        yield Finding(Lack.SOURCES)
    for row in rows:
        said = str(row.get("text") or "")
        if OPEN_SOURCE.search(said) or not (row.get("year") or row.get("fact")):
            yield Finding(Lack.SOURCE_OPEN, None, {"source": said})


def _inner(item: Any) -> Mapping[str, Any]:
    """Return an entry of a list as its fields, whether it is stored with its id or not."""
    held = item.get("value", item) if isinstance(item, Mapping) else {}
    return held if isinstance(held, Mapping) else {}


def words_of(blocks: Iterable[tuple[str, Any]]) -> str:
    """Return what is read of a lesson, a line for each piece; sources are looked up, not read."""
    return "\n".join(piece for kind, value in blocks if kind != "sources" for piece in _pieces(value))


def _pieces(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield TAG.sub(" ", value.replace("</p>", "\n"))
    elif isinstance(value, Mapping):
        # An entry of a list is stored with its type and its id.
        held = (
            [value["value"]] if {"type", "value"} <= set(value) else [v for k, v in value.items() if k not in NOT_READ]
        )
        for inner in held:
            yield from _pieces(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _pieces(inner)


def reading_minutes(language: str, words: str) -> int:
    """Return the whole minutes a practised reader takes, rounded to the nearest; 0 for half a minute or less."""
    if language == "zh-hans":
        return round(len(HAN.findall(words)) / SIGNS_A_MINUTE[language])
    if language in SIGNS_A_MINUTE:
        return round(len("".join(words.split())) / SIGNS_A_MINUTE[language])
    return round(len(words.split()) / WORDS_A_MINUTE)


def long_sentences(language: str, words: str) -> list[str]:
    """Return the sentences that are hard to read on a phone: too many words, or signs in Chinese; none in my and km.

    Burmese and Khmer have no figure we could stand behind.
    """
    if language in ("my", "km"):
        return []
    pieces = [one.strip() for one in SENTENCE.split(words)]
    if language == "zh-hans":
        return [one for one in pieces if len(HAN.findall(one)) > LONGEST_SENTENCE_SIGNS]
    return [one for one in pieces if len(one.split()) > LONGEST_SENTENCE_WORDS]
