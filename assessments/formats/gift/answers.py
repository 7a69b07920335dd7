"""What stands between the braces of a GIFT question. Pure."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.formats.fields import key_at
from assessments.formats.gift.blocks import free
from assessments.formats.parcel import Findings, FormatError, NotCarriedError, ParcelQuestion, Place, Text
from assessments.formats.texts import one_line
from assessments.formats.weights import scoring_of

TRUE_FALSE = re.compile(r"(T|TRUE|F|FALSE)\s*(#.*)?\Z", re.IGNORECASE | re.DOTALL)
WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{1,5})?)%")
PART = re.compile(r"([=~])([^=~]*)")
# More than any type takes; signs of a broken file come by the thousand.
MOST_ANSWERS = 200
FORM = re.compile(r"\[(?:html|moodle|plain|markdown)\]")


@dataclass(frozen=True)
class Part:
    """One answer: whether "=" stands before it, its weight if it says one, its text."""

    is_right: bool
    weight: Decimal | None
    text: str


def read_answers(raw: str, stem: str, place: Place, findings: Findings) -> tuple[ParcelQuestion, Text]:
    """Return type, key and scoring, and the text with its options; raises FormatError or NotCarriedError."""
    bare = raw.strip()
    truth = TRUE_FALSE.match(bare)
    if not bare:
        return ParcelQuestion(type=TypeCode.OPEN_TEXT.value, key="1"), Text(stem)
    if truth:
        if truth.group(2):
            findings.lose(_("the comment on an answer"), place)
        key = "true" if truth.group(1)[0].upper() == "T" else "false"
        return ParcelQuestion(type=TypeCode.TRUE_FALSE.value, key=key), Text(stem)
    if bare[0] == "#":
        return _numeric(bare[1:], place, findings), Text(stem)
    if bare[0] == ">":
        raise NotCarriedError(_("a question to be put in order, as a plug-in of Moodle writes it"), place)
    parts = _parts(bare, place, findings)
    if any(not part.is_right for part in parts):
        return _choice(parts, stem, place, findings)
    if all("->" in part.text for part in parts):
        return _matching(parts, stem)
    return _short(parts, stem, place, findings)


def _parts(bare: str, place: Place, findings: Findings) -> list[Part]:
    if bare[0] not in "=~":
        sentence = _("The answers begin with “%(start)s”: put = before each right one and ~ before each wrong one.")
        raise FormatError(sentence % {"start": free(bare[:20])}, place)
    if bare.count("=") + bare.count("~") > MOST_ANSWERS:
        raise FormatError(
            _("There are more than %(number)d answers: leave some out.") % {"number": MOST_ANSWERS}, place
        )
    found = []
    for sign, rest in PART.findall(bare):
        rest, comment, _words = rest.strip().partition("#")
        weight = WEIGHT.match(rest)
        text = one_line(free(FORM.sub("", rest[weight.end() :] if weight else rest, count=1)))
        if comment:
            findings.lose(_("the comment on an answer"), place)
        if not text.removeprefix("->"):
            raise FormatError(_("An answer is empty: write it behind its sign = or ~."), place)
        found.append(Part(sign == "=", Decimal(weight.group(1)) if weight else None, text))
    return found


def _choice(parts: list[Part], stem: str, place: Place, findings: Findings) -> tuple[ParcelQuestion, Text]:
    text = Text(stem, tuple(part.text for part in parts))
    right = [at for at, part in enumerate(parts) if part.is_right]
    weights = [part.weight if part.weight is not None else Decimal(100 if part.is_right else 0) for part in parts]
    if len(right) == 1:
        if any(weight != 0 for at, weight in enumerate(weights) if at not in right):
            findings.lose(_("points for an option that is not the right one"), place)
        return ParcelQuestion(type=TypeCode.SINGLE_CHOICE.value, key=key_at(right)), text
    if right:
        raise FormatError(_("Several options are marked with =: give each a weight, such as ~%50%, instead."), place)
    positive = [at for at, weight in enumerate(weights) if weight > 0]
    if not positive:
        raise FormatError(_("No option is right: put = before the right one."), place)
    made = ParcelQuestion(type=TypeCode.MULTIPLE_RESPONSE.value, key=key_at(positive))
    return replace(made, scoring=scoring_of(weights, place, findings)), text


def _matching(parts: list[Part], stem: str) -> tuple[ParcelQuestion, Text]:
    pairs = [part.text.partition("->") for part in parts]
    lefts, rights = (tuple(pair[side].strip() for pair in pairs) for side in (0, 2))
    return ParcelQuestion(type=TypeCode.MATCHING.value), Text(stem, lefts, rights)


def _short(parts: list[Part], stem: str, place: Place, findings: Findings) -> tuple[ParcelQuestion, Text]:
    if any("->" in part.text for part in parts):
        raise FormatError(_("Some answers have -> and some have not: write each pair as left -> right."), place)
    whole = [part.text for part in parts if part.weight in (None, 100)]
    if len(whole) < len(parts):
        findings.lose(_("answers that give a part of the points"), place)
    if any("*" in text for text in whole):
        findings.lose(_("the sign * for any words"), place)
    return ParcelQuestion(type=TypeCode.SHORT_TEXT.value), Text(stem, accepted=(tuple(whole),) if whole else ())


def _numeric(raw: str, place: Place, findings: Findings) -> ParcelQuestion:
    bare = raw.strip()
    if bare.startswith("="):
        answers = [part.strip() for part in bare[1:].split("=")]
        if len(answers) > 1:
            findings.lose(_("several right numbers"), place)
        weight = WEIGHT.match(answers[0])
        bare = answers[0][weight.end() :] if weight else answers[0]
    bare, comment, _words = bare.partition("#")
    if comment:
        findings.lose(_("the comment on an answer"), place)
    tolerance: Decimal | None = None
    try:
        if ".." in bare:
            low, high = (Decimal(free(side).strip()) for side in bare.split("..", 1))
            number, tolerance = (low + high) / 2, (high - low) / 2
        else:
            value, parted, spread = bare.partition(":")
            number = Decimal(free(value).strip())
            tolerance = Decimal(free(spread).strip()) if parted else None
    except InvalidOperation as error:
        sentence = _("“%(text)s” is no number: write for example {#5:0.1} or {#4.9..5.1}.") % {"text": free(bare[:30])}
        raise FormatError(sentence, place) from error
    return ParcelQuestion(type=TypeCode.NUMERIC.value, key=format(number, "f"), tolerance=tolerance)
