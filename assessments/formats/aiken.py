"""From Aiken, a question, its options A to Z and a line ANSWER, to a parcel. Pure."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.formats.fields import key_of
from assessments.formats.gathering import bounded, gather
from assessments.formats.parcel import Finding, FormatError, Parcel, ParcelQuestion, Place, Text, Weight
from assessments.formats.texts import code_for, decode, one_line, tidy
from assessments.item_types.base import LETTERS

OPTION = re.compile(r"\s*([A-Za-z])[.)]\s+(.*)\Z")
BARE_OPTION = re.compile(r"\s*[A-Z][.)]\s*\Z")
ANSWER = re.compile(r"\s*ANSWER\s*:\s*(.*?)\s*\Z", re.IGNORECASE)


@dataclass
class _Draft:
    line: int = 0
    stem: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    fault: Finding | None = None


def read_aiken(body: bytes, language: str) -> Parcel:
    """Return the questions of an Aiken file, in the language given."""
    found: list[ParcelQuestion] = []
    findings: list[Finding] = []
    draft = _Draft()
    for number, line in enumerate(decode(body).split("\n"), 1):
        answer = ANSWER.match(line)
        if answer is None:
            if line.strip():
                draft.line = draft.line or number
                draft.fault = draft.fault or _take(draft, line, number)
            continue
        try:
            found.append(_question(draft, answer.group(1), Place(line=number), language))
        except FormatError as error:
            findings.append(error.finding)
        draft = _Draft()
    if draft.line:
        sentence = _("This question has no line ANSWER: write one below its options, for example ANSWER: B.")
        findings.append(draft.fault or _fault(sentence, draft.line))
    return Parcel(gather(bounded(found)), tuple(findings))


def _take(draft: _Draft, line: str, number: int) -> Finding | None:
    """Take a line into the question; return what is wrong with it."""
    if BARE_OPTION.match(line):
        return _fault(_("This option is empty: write it behind its letter."), number)
    option = OPTION.match(line)
    wanted = LETTERS[len(draft.options)].upper() if len(draft.options) < len(LETTERS) else ""
    # A sentence may begin like an option: only capitals are letters of options, and only below a question.
    if option is None or not draft.stem or (option.group(1).islower()):
        if draft.options:
            return _fault(
                _("This line stands among the options and is none: begin it with its letter and a point."), number
            )
        draft.stem.append(line)
        return None
    if option.group(1) != wanted:
        sentence = _("The option %(letter)s stands here where %(wanted)s is next: put the letters in order.")
        return _fault(sentence % {"letter": option.group(1), "wanted": wanted or "-"}, number)
    draft.options.append(one_line(option.group(2)))
    return None


def _question(draft: _Draft, answer: str, place: Place, language: str) -> ParcelQuestion:
    if draft.fault:
        raise FormatError(draft.fault.sentence, draft.fault.place)
    if not draft.stem:
        raise FormatError(_("There is no question above this line ANSWER."), place)
    if len(draft.options) < 2:
        raise FormatError(
            _("The question above has fewer than two options: write A. and B. on lines of their own."), place
        )
    letter = answer.lower()
    if len(letter) != 1 or letter not in LETTERS[: len(draft.options)]:
        sentence = _("The answer “%(answer)s” is not the letter of one of the options above.") % {"answer": answer[:20]}
        raise FormatError(sentence, place)
    stem = tidy("\n".join(draft.stem))
    return ParcelQuestion(
        code=code_for("", stem),
        type=TypeCode.SINGLE_CHOICE.value,
        key=key_of(letter),
        texts={language: Text(stem, tuple(draft.options))},
        place=Place(line=draft.line),
    )


def _fault(sentence: str, line: int) -> Finding:
    return Finding(Weight.FAULT, sentence, Place(line=line))
