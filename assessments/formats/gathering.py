"""Formats of one language hold a question once per language: here they become one again. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from assessments.formats.parcel import Finding, FormatError, ParcelQuestion, Weight

OWN = frozenset({"texts", "place", "findings"})
SHARED = tuple(one.name for one in fields(ParcelQuestion) if one.name not in OWN)

# 500 questions in all five languages; what a file holds beyond is not even looked at.
MOST_PIECES = 2_500
Piece = TypeVar("Piece")


def bounded(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces; raises FormatError where there are more than a file may hold."""
    for number, piece in enumerate(pieces):
        if number >= MOST_PIECES:
            raise FormatError(_("There are more than %(number)d questions here: divide the file.") % {"number": 500})
        yield piece


def gather(pieces: Iterable[ParcelQuestion]) -> tuple[ParcelQuestion, ...]:
    """Put pieces of one code together; what one does not say, another may. A contradiction is a fault."""
    found: dict[str, ParcelQuestion] = {}
    for piece in pieces:
        held = found.get(piece.code)
        found[piece.code] = piece if held is None else _joined(held, piece)
    return tuple(found.values())


def _joined(held: ParcelQuestion, piece: ParcelQuestion) -> ParcelQuestion:
    findings: list[Finding] = [*held.findings, *piece.findings]
    for language in piece.texts:
        if language in held.texts:
            sentence = _("The question %(code)s stands here twice in the language %(language)s: give one another code.")
            findings.append(_fault(sentence % {"code": piece.code, "language": language}, piece))
    changes: dict[str, Any] = {}
    for name in SHARED:
        before, now = getattr(held, name), getattr(piece, name)
        if before in ("", None, ()):
            changes[name] = now
        elif now not in ("", None, (), before):
            sentence = _(
                "The question %(code)s says %(now)s for %(name)s here and %(before)s before: make them the same."
            )
            words = {"code": piece.code, "name": name, "now": _shown(now), "before": _shown(before)}
            findings.append(_fault(sentence % words, piece))
    return replace(held, texts={**piece.texts, **held.texts}, findings=tuple(findings), **changes)


def _shown(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)


def _fault(sentence: str, piece: ParcelQuestion) -> Finding:
    return Finding(Weight.FAULT, sentence, piece.place)
