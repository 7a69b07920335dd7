"""The answers of each kind of question in Moodle XML. Pure."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.formats.fields import gap, key_at
from assessments.formats.html import plain_text
from assessments.formats.markup import Node
from assessments.formats.parcel import Findings, FormatError, NotCarriedError, ParcelQuestion, Text
from assessments.formats.texts import one_line
from assessments.formats.weights import scoring_of

Answers = tuple[ParcelQuestion, Text]
GAP = re.compile(r"\{(\d*):([A-Z_]+):((?:[^{}\\]|\\.)*)\}")
CLOZE_ANSWER = re.compile(r"(?:%(-?\d{1,3}(?:\.\d{1,5})?)%|(=))?((?:[^#~\\]|\\.)*)(#(?:[^~\\]|\\.)*)?(?:~|\Z)")
SHORT = frozenset({"SHORTANSWER", "SA", "MW"})


def _line(node: Node, findings: Findings) -> str:
    """Return an answer's words on one line."""
    for child in node.nodes:
        if child.tag == "feedback" and one_line(child.words):
            findings.lose(_("the comment on an answer"), child.place)
        if child.tag == "file":
            findings.lose(_("the file %(name)s") % {"name": child.get("name")[:60]}, child.place)
    holder = node.first("text")
    if holder is None:
        return ""
    is_plain = node.get("format") in ("plain_text", "moodle_auto_format") and "<" not in holder.words
    return one_line(holder.words if is_plain else plain_text(holder.words, holder.place, findings))


def _weight(node: Node) -> Decimal:
    try:
        found = Decimal(node.get("fraction", "0"))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        sentence = _("The fraction “%(text)s” is no number.") % {"text": node.get("fraction")[:20]}
        raise FormatError(sentence, node.place)
    return found


def _answers(node: Node, findings: Findings) -> list[tuple[Decimal, str]]:
    found = []
    for one in node.all("answer"):
        text = _line(one, findings)
        if not text:
            raise FormatError(_("An answer is empty."), one.place)
        found.append((_weight(one), text))
    if not found:
        raise FormatError(_("The question has no answers."), node.place)
    return found


def read_choice(node: Node, stem: str, findings: Findings) -> Answers:
    """Read <question type="multichoice">."""
    answers = _answers(node, findings)
    weights, text = [weight for weight, _words in answers], Text(stem, tuple(words for _weight, words in answers))
    single = node.first("single")
    if single is None or one_line(single.words) in ("true", "1"):
        right = [at for at, weight in enumerate(weights) if weight == 100]
        if len(right) != 1:
            raise FormatError(_("Exactly one option of a single choice has the fraction 100."), node.place)
        if any(weight != 0 for weight in weights if weight != 100):
            findings.lose(_("points for an option that is not the right one"), node.place)
        return ParcelQuestion(type=TypeCode.SINGLE_CHOICE.value, key=key_at(right)), text
    right = [at for at, weight in enumerate(weights) if weight > 0]
    if not right:
        raise FormatError(_("No option is right: give at least one a fraction above 0."), node.place)
    scoring = scoring_of(weights, node.place, findings)
    return ParcelQuestion(type=TypeCode.MULTIPLE_RESPONSE.value, key=key_at(right), scoring=scoring), text


def read_true_false(node: Node, stem: str, findings: Findings) -> Answers:
    """Read <question type="truefalse">."""
    right = [text.lower() for weight, text in _answers(node, findings) if weight == 100]
    if len(right) != 1 or right[0] not in ("true", "false"):
        raise FormatError(_("Exactly one of the answers true and false has the fraction 100."), node.place)
    return ParcelQuestion(type=TypeCode.TRUE_FALSE.value, key=right[0]), Text(stem)


def read_short(node: Node, stem: str, findings: Findings) -> Answers:
    """Read <question type="shortanswer">."""
    answers = _answers(node, findings)
    accepted = tuple(text for weight, text in answers if weight == 100)
    if len(accepted) < len(answers):
        findings.lose(_("answers that give a part of the points"), node.place)
    if any("*" in text for text in accepted):
        findings.lose(_("the sign * for any words"), node.place)
    case = node.first("usecase")
    if case and one_line(case.words) == "1":
        findings.lose(_("that capitals matter"), case.place)
    made = ParcelQuestion(type=TypeCode.SHORT_TEXT.value)
    return made, Text(stem, accepted=(accepted,) if accepted else ())


def read_number(node: Node, stem: str, findings: Findings) -> Answers:
    """Read <question type="numerical">."""
    answers = [(weight, text) for weight, text in _answers(node, findings) if weight == 100]
    if len(answers) != 1 or len(node.all("answer")) > 1:
        findings.lose(_("several right numbers"), node.place)
    spread = next(iter(node.all("answer"))).first("tolerance")
    words = [answers[0][1] if answers else "", one_line(spread.words) if spread else "0"]
    try:
        number, tolerance = (Decimal(word) for word in words)
    except InvalidOperation as error:
        sentence = _("“%(text)s” is no number.") % {"text": " ± ".join(words)[:40]}
        raise FormatError(sentence, node.place) from error
    holder = node.first("units")
    units = [one_line(one.words) for unit in (holder.all("unit") if holder else []) for one in unit.all("unit_name")]
    if len(units) > 1:
        findings.lose(_("units that are converted"), node.place)
    made = ParcelQuestion(type=TypeCode.NUMERIC.value, key=format(number, "f"), tolerance=tolerance)
    return made, Text(stem, unit=units[0] if units else "")


def read_matching(node: Node, stem: str, findings: Findings) -> Answers:
    """Read <question type="matching">; a pair without a left side is a right side too many."""
    lefts, rights = [], []
    for one in node.all("subquestion"):
        answer = one.first("answer")
        lefts.append(_line(one, findings))
        rights.append(_line(answer, findings) if answer else "")
        if not rights[-1]:
            raise FormatError(_("This pair has no right side."), one.place)
    if not lefts:
        raise FormatError(_("The question has no pairs."), node.place)
    return ParcelQuestion(type=TypeCode.MATCHING.value), Text(stem, tuple(lefts), tuple(rights))


def read_essay(node: Node, stem: str, findings: Findings) -> Answers:
    """Read <question type="essay">; its points are the most that a marker can give."""
    grade = node.first("defaultgrade")
    points = one_line(grade.words).partition(".")[0] if grade else "1"
    return ParcelQuestion(type=TypeCode.OPEN_TEXT.value, key=points or "1"), Text(stem)


def read_cloze(node: Node, stem: str, findings: Findings) -> Answers:
    """Read <question type="cloze">, as far as its gaps take short answers."""
    accepted: list[tuple[str, ...]] = []

    def fill(found: re.Match[str]) -> str:
        if found.group(2) not in SHORT:
            raise NotCarriedError(_("a gap of the kind %(kind)s") % {"kind": found.group(2)[:30]}, node.place)
        accepted.append(_gap(found.group(3), node, findings))
        return gap(len(accepted))

    text = GAP.sub(fill, stem)
    if not accepted:
        raise FormatError(_("The text has no gaps, such as {1:SHORTANSWER:=word}."), node.place)
    return ParcelQuestion(type=TypeCode.CLOZE.value), replace(Text(text), accepted=tuple(accepted))


def _gap(raw: str, node: Node, findings: Findings) -> tuple[str, ...]:
    found = []
    for weight, equals, words, comment in CLOZE_ANSWER.findall(raw):
        text = one_line(re.sub(r"\\(.)", r"\1", words))
        if comment.strip("#"):
            findings.lose(_("the comment on an answer"), node.place)
        if text and (equals or weight == "100"):
            found.append(text)
        elif text:
            findings.lose(_("answers that give a part of the points"), node.place)
    if not found:
        raise FormatError(_("A gap has no right answer."), node.place)
    return tuple(found)


READERS: dict[str, Callable[[Node, str, Findings], Answers]] = {
    "multichoice": read_choice,
    "truefalse": read_true_false,
    "shortanswer": read_short,
    "numerical": read_number,
    "matching": read_matching,
    "essay": read_essay,
    "cloze": read_cloze,
}
