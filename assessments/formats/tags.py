"""Names and values by which a question carries, in formats of others, what only our bank knows of it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from assessments.formats.parcel import ParcelQuestion, Text

# Besides these: `language`, and where a format cannot say it by itself `topic`, `type`, `key` and `unit`.
SHARED = ("kind", "scoring", "source", "family", "better", "facts")
KNOWN = frozenset({*SHARED, "audiences", "language", "topic", "type", "key", "unit"})


def tags_of(question: ParcelQuestion, language: str, also: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return names and values, those that say something."""
    found = {"language": language} | {name: str(getattr(question, name)) for name in SHARED}
    found["audiences"] = " ".join(question.audiences)
    return [(name, value) for name, value in (found | dict(also)).items() if value]


def with_tags(question: ParcelQuestion, tags: Mapping[str, str], language: str, text: Text) -> ParcelQuestion:
    """Return the question with what its tags say and its text in their language, or in `language` where they name none."""
    changes: dict[str, Any] = {name: tags[name] for name in (*SHARED, "topic", "type", "key") if name in tags}
    if "audiences" in tags:
        changes["audiences"] = tuple(sorted(tags["audiences"].split()))
    if "unit" in tags:
        text = replace(text, unit=tags["unit"])
    return replace(question, texts={tags.get("language", language): text}, **changes)


def pairs(words: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return the tags among words of the shape `name=value`, and the words that are none of ours."""
    found: dict[str, str] = {}
    others = []
    for word in words:
        name, parted, value = word.partition("=")
        if parted and name in KNOWN and name not in found:
            found[name] = value
        else:
            others.append(word)
    return found, others
