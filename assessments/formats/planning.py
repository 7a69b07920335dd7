"""What an import would do, question by question, and why it may not. Pure."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from assessments.formats.checking import checked
from assessments.formats.gathering import SHARED
from assessments.formats.parcel import Finding, Parcel, ParcelQuestion, Text, Weight

# Of a question in use these stay, so that nobody's answers are judged by what they did not read.
KEPT = ("type", "kind", "key", "scoring", "tolerance")
KEPT_OF_TEXT = ("options", "matches", "accepted")


class Outcome(StrEnum):
    """What becomes of a question."""

    NEW = "new"
    CHANGED = "would change"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left out"
    FAULTY = "faulty"
    NOTE = "note"

    @property
    def label(self) -> str:
        """Return the word for it in the reader's language."""
        return {
            Outcome.NEW: _("new"),
            Outcome.CHANGED: _("would change"),
            Outcome.UNCHANGED: _("unchanged"),
            Outcome.LEFT_OUT: _("left out"),
            Outcome.FAULTY: _("faulty"),
            Outcome.NOTE: _("note"),
        }[self]


@dataclass(frozen=True)
class Held:
    """A question of the bank: its newest draft, what is published of it, and whether it may be changed."""

    draft: ParcelQuestion
    live: ParcelQuestion
    is_in_use: bool = False
    is_locked: bool = False


@dataclass(frozen=True)
class Known:
    """What the site has, to judge a parcel by."""

    questions: Mapping[str, Held]
    topics: Collection[str]
    audiences: Collection[str]
    languages: Collection[str]


@dataclass(frozen=True)
class Line:
    """A line of the report. `question` is what the bank would hold, None where nothing is written."""

    place: str
    code: str
    outcome: Outcome
    sentences: tuple[str, ...] = ()
    question: ParcelQuestion | None = None


@dataclass(frozen=True)
class Plan:
    """The report of an import."""

    lines: tuple[Line, ...]

    @property
    def is_faulty(self) -> bool:
        """Tell whether nothing may be written."""
        return any(line.outcome is Outcome.FAULTY for line in self.lines)

    @property
    def has_losses(self) -> bool:
        """Tell whether a question is left out that could be taken without a part of it."""
        return any(line.outcome is Outcome.LEFT_OUT and line.code for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        """Return how many lines have each outcome."""
        return dict(Counter(line.outcome.value for line in self.lines))


def plan(parcel: Parcel, known: Known, *, accept_losses: bool = False) -> Plan:
    """Return what an import would do; with `accept_losses` questions are taken without what cannot be carried."""
    apart = [_apart(finding) for finding in parcel.findings]
    return Plan((*apart, *(_line(one, known, accept_losses) for one in parcel.questions)))


def _apart(finding: Finding) -> Line:
    outcome = {Weight.FAULT: Outcome.FAULTY, Weight.LOSS: Outcome.LEFT_OUT, Weight.NOTE: Outcome.NOTE}[finding.weight]
    return Line(str(finding.place), "", outcome, (finding.sentence,))


def _line(question: ParcelQuestion, known: Known, accept_losses: bool) -> Line:
    held = known.questions.get(question.code)
    wanted = merged(held.draft, question) if held else replace(question, kind=question.kind_or_usual)
    sentences = [_sentence(finding, question) for finding in question.findings]
    refusals = list(_refusals(question, wanted, held, known))
    line = Line(str(question.place), question.code, Outcome.NEW, (*refusals, *sentences))
    if question.has_faults or refusals:
        return replace(line, outcome=Outcome.FAULTY)
    if question.has_losses and not accept_losses:
        return replace(line, outcome=Outcome.LEFT_OUT)
    if question.topic and question.topic not in known.topics:
        made = _("The topic %(topic)s is new and is made with it.") % {"topic": question.topic}
        line = replace(line, sentences=(*line.sentences, made))
    if held is None:
        return replace(line, question=wanted)
    changed = changes(held.draft, wanted)
    if not changed:
        return replace(line, outcome=Outcome.UNCHANGED)
    what = _("It differs from the bank in: %(names)s.") % {"names": ", ".join(changed)}
    return replace(line, outcome=Outcome.CHANGED, sentences=(what, *line.sentences), question=wanted)


def _sentence(finding: Finding, question: ParcelQuestion) -> str:
    return finding.sentence if finding.place in (question.place, type(question.place)()) else str(finding)


def _refusals(question: ParcelQuestion, wanted: ParcelQuestion, held: Held | None, known: Known) -> Iterator[str]:
    for audience in question.audiences:
        if audience not in known.audiences:
            yield _("There is no audience “%(name)s” on this site.") % {"name": audience[:40]}
    if held is None or question.has_faults or not changes(held.draft, wanted):
        return
    if held.is_locked:
        yield _("Somebody has locked this question or it waits for a moderator: import it again afterwards.")
    kept = changed_terms(held.live, wanted) if held.is_in_use else []
    if kept:
        sentence = _("This question is on a published form, and the import would change its %(names)s: %(advice)s")
        advice = _("give it another code, so that it becomes a new question.")
        yield sentence % {"names": ", ".join(kept), "advice": advice}
    faults = checked(Parcel((replace(wanted, findings=()),)), known.languages).faults
    yield from (one.sentence for one in faults)


def merged(held: ParcelQuestion, now: ParcelQuestion) -> ParcelQuestion:
    """Return what the bank would hold: what the file says, and what it does not say as it was."""
    said: dict[str, Any] = {name: getattr(now, name) for name in SHARED}
    kept = {name: value if value not in ("", None, ()) else getattr(held, name) for name, value in said.items()}
    texts = dict(held.texts)
    for language, text in now.texts.items():
        before = texts.get(language, Text())
        texts[language] = replace(text, unit=text.unit or before.unit, rationale=text.rationale or before.rationale)
    return replace(held, **kept, texts=texts, place=now.place, findings=now.findings)


def changes(held: ParcelQuestion, wanted: ParcelQuestion) -> list[str]:
    """Return the names of what differs; a text by its language."""
    found = [name for name in SHARED if getattr(held, name) != getattr(wanted, name)]
    return found + [language for language, text in wanted.texts.items() if held.texts.get(language) != text]


def changed_terms(live: ParcelQuestion, wanted: ParcelQuestion) -> list[str]:
    """Return the names of what differs of that which must stay while a question is in use."""
    found = [name for name in KEPT if getattr(live, name) != getattr(wanted, name)]
    for language, text in live.texts.items():
        now = wanted.texts.get(language, text)
        found += [f"{name} ({language})" for name in KEPT_OF_TEXT if getattr(text, name) != getattr(now, name)]
    return found
