"""Is a question that was read one the bank can keep? Pure."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from assessments.choices import QuestionKind, Scoring, TypeCode
from assessments.formats.fields import KEYED_BY_LETTERS, WITH_ACCEPTED, WITH_OPTIONS, letters_of
from assessments.formats.parcel import Finding, Parcel, ParcelQuestion, Text, Weight
from assessments.formats.texts import SLUG, UNSEEN, unseen_sentence
from assessments.formats.wordings import faults_of_type
from assessments.item_types.base import LETTERS

LONGEST = {"code": 30, "key": 200, "source": 255, "family": 40, "better": 8, "facts": 120, "topic": 50}
LONGEST_UNIT, LONGEST_TEXT = 20, 20_000
KEYED_BY_WORDINGS = WITH_ACCEPTED | {TypeCode.MATCHING}
ONE_OF = {"kind": QuestionKind, "scoring": Scoring, "type": TypeCode}
MOST_QUESTIONS = 500


def checked(parcel: Parcel, languages: Collection[str]) -> Parcel:
    """Return the parcel with what is wrong in each question; `languages` are those of the site."""
    questions = [_checked(one, languages) for one in parcel.questions]
    findings = list(parcel.findings)
    if not questions and not parcel.all_findings:
        findings.append(Finding(Weight.FAULT, _("There is no question in this file.")))
    if len(questions) > MOST_QUESTIONS:
        sentence = _("There are more than %(number)d questions here: divide the file.") % {"number": MOST_QUESTIONS}
        return Parcel((), (*findings, Finding(Weight.FAULT, sentence)))
    return Parcel(tuple(questions), tuple(findings))


def _checked(question: ParcelQuestion, languages: Collection[str]) -> ParcelQuestion:
    sentences = [*_field_faults(question), *_language_faults(question, languages)]
    if not sentences and not question.has_faults:
        sentences = [*_text_faults(question)] or [*_key_faults(question)] or faults_of_type(question)
    added = (Finding(Weight.FAULT, sentence, question.place) for sentence in dict.fromkeys(sentences))
    return replace(question, findings=(*question.findings, *added))


def _field_faults(question: ParcelQuestion) -> Iterator[str]:
    if not question.code:
        yield _("The question has no code: give it one, by which it is found again.")
    for name, longest in LONGEST.items():
        value = getattr(question, name)
        if len(value) > longest:
            yield _("The field %(name)s has more than %(number)d characters: shorten it.") % {
                "name": name,
                "number": longest,
            }
        if "\n" in value:
            yield _("The field %(name)s has several lines: put it on one.") % {"name": name}
    for name, allowed in ONE_OF.items():
        value = getattr(question, name)
        if value not in allowed.values and (value or name == "type"):
            yield _("The field %(name)s says “%(value)s”, which is none of: %(allowed)s.") % {
                "name": name,
                "value": value[:40],
                "allowed": ", ".join(allowed.values),
            }
    for name in ("topic", "family"):
        if getattr(question, name) and not SLUG.match(getattr(question, name)):
            yield _("The field %(name)s takes letters a to z, digits, - and _ only.") % {"name": name}
    yield from _tolerance_faults(question.tolerance)


def _tolerance_faults(tolerance: Decimal | None) -> Iterator[str]:
    if tolerance is None:
        return
    exponent = tolerance.as_tuple().exponent
    if not isinstance(exponent, int) or tolerance < 0 or tolerance >= 10**8 or exponent < -4:
        yield _("The tolerance is a number from 0 to 99999999 with four decimals at most.")


def _language_faults(question: ParcelQuestion, languages: Collection[str]) -> Iterator[str]:
    for language in question.texts:
        if language not in languages:
            yield _("The language “%(language)s” is none of the site's: %(allowed)s.") % {
                "language": language[:40],
                "allowed": ", ".join(languages),
            }
    if not question.texts:
        yield _("The question has no text.")


def _text_faults(question: ParcelQuestion) -> Iterator[str]:
    for language, text in question.texts.items():
        for sentence in _faults_in(question, text):
            yield f"{language}: {sentence}"
    for name in ("options", "accepted"):
        counts = Counter(len(getattr(text, name)) for text in question.texts.values())
        if len(counts) > 1 and (name == "options" or question.type == TypeCode.CLOZE):
            yield _("The languages differ in the number of %(name)s: each needs the same, in the same order.") % {
                "name": name
            }


def _faults_in(question: ParcelQuestion, text: Text) -> Iterator[str]:
    if not text.stem:
        yield _("The text of the question is missing.")
    every = [text.stem, text.unit, text.rationale, *text.options, *text.matches]
    every += [one for gap in text.accepted for one in gap]
    for one in every:
        unseen = UNSEEN.search(one)
        if unseen:
            yield unseen_sentence(unseen.group())
        if len(one) > LONGEST_TEXT:
            yield _("A text has more than %(number)d characters: shorten it.") % {"number": LONGEST_TEXT}
    lefts = [] if question.type == TypeCode.MATCHING else text.options
    if any("\n" in one for one in every[3:]) or not all(
        (*lefts, *text.matches, *(a for gap in text.accepted for a in gap))
    ):
        yield _("An option or answer is empty or has several lines: put each on one line.")
    if len(text.unit) > LONGEST_UNIT or "\n" in text.unit:
        yield _("The unit has more than %(number)d characters: shorten it.") % {"number": LONGEST_UNIT}
    if len(text.options) > len(LETTERS):
        yield _("There are more than %(number)d options: leave some out.") % {"number": len(LETTERS)}
    yield from _misplaced(question, text)


def _misplaced(question: ParcelQuestion, text: Text) -> Iterator[str]:
    """Name what a type has no place for, and what it lacks."""
    kind, counts = question.type, question.counts
    for name, has_it, wanted in (
        ("options", text.options, kind in WITH_OPTIONS),
        ("accepted", text.accepted, kind in WITH_ACCEPTED),
        ("unit", text.unit, kind == TypeCode.NUMERIC),
    ):
        if has_it and not wanted:
            yield _("A question of the type %(type)s has no %(name)s: empty that field.") % {"type": kind, "name": name}
        if wanted and not has_it and (name == "options" or (name == "accepted" and counts)):
            yield _("A question of the type %(type)s needs %(name)s.") % {"type": kind, "name": name}
    if len(text.matches) != (len(text.options) if kind == TypeCode.MATCHING else 0):
        yield _("For matching, each option says left = right.")


def _key_faults(question: ParcelQuestion) -> Iterator[str]:
    options = max(len(text.options) for text in question.texts.values())
    letters = letters_of(question.key) if question.type in KEYED_BY_LETTERS else []
    if question.counts and not question.key and question.type not in KEYED_BY_WORDINGS:
        yield _("The right answer is missing: write it into the field key.")
    beyond = [letter for letter in letters if letter not in LETTERS[:options]]
    if beyond:
        yield _("The right answer names the option %(letter)s, which is not there.") % {"letter": beyond[0]}
    if len(set(letters)) < len(letters):
        yield _("The right answer names an option twice.")
